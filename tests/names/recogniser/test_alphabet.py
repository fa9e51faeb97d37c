import pytest

from wlgraph.names.recogniser.alphabet import Alphabet, Reader, frequent_pairs

READER = Reader(Alphabet(characters='市长，"a', folds="a" + "A" + '"' + "“", marks="\n”", pairs=("市长", "长\n")))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("市长", [0, 1]), ("A“”", [4, 3, 7]), ("龘\n", [5, 6]), ("", [])],
)
def test_characters_are_folded_marked_or_unknown(text: str, numbers: list[int]) -> None:
    assert READER.characters(text).tolist() == numbers


@pytest.mark.parametrize(("text", "numbers"), [("市长", [1, 2]), ("长市", [0, 0]), ("", [])])
def test_pairs_look_one_ahead(text: str, numbers: list[int]) -> None:
    assert READER.pairs(text).tolist() == numbers


def test_frequent_pairs_are_counted_over_all_texts() -> None:
    assert frequent_pairs(["市长", "市长市"], 2) == ("市长",)
