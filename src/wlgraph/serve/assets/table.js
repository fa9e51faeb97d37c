"use strict";

/* Values as a reader wants them: whole sentences, no quotation marks; the language or datatype on hover. */
class ReadingTable extends Yasgui.Yasr.plugins.table {
  draw(settings) {
    return super.draw({ isEllipsed: false, ...settings });
  }

  formatLiteral(binding) {
    const value = document.createElement("span");
    value.textContent = binding.value;
    if (binding["xml:lang"]) value.lang = binding["xml:lang"];
    if (binding.datatype) value.title = binding.datatype;
    return value.outerHTML;
  }
}

Yasgui.Yasr.registerPlugin("table", ReadingTable);
