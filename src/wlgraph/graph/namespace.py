"""The ontology's terms as a namespace that refuses a typo. Made by make_namespace.py; edit the ontology instead."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class WL(DefinedNamespace):
    """Terms of https://w3id.org/wlgraph/ontology#."""

    _fail = True
    _NS = Namespace("https://w3id.org/wlgraph/ontology#")

    AdministrativeArea: URIRef  # Administrative area
    Article: URIRef  # Article
    Campaign: URIRef  # Campaign
    Claim: URIRef  # Claim
    CoMention: URIRef  # Co-mention
    Company: URIRef  # Company
    Event: URIRef  # Event
    Evidence: URIRef  # Evidence
    FinanceProduct: URIRef  # Finance product
    IndustrialPark: URIRef  # Industrial park
    Industry: URIRef  # Industry
    Infrastructure: URIRef  # Infrastructure
    Observation: URIRef  # Observation
    Official: URIRef  # Official
    Organization: URIRef  # Organization
    Page: URIRef  # Page
    Person: URIRef  # Person
    Place: URIRef  # Place
    Platform: URIRef  # Platform
    Policy: URIRef  # Policy
    Product: URIRef  # Product
    Programme: URIRef  # Programme
    Project: URIRef  # Project
    PublicBody: URIRef  # Public body
    Recognition: URIRef  # Recognition
    Register: URIRef  # Register
    ResearchBody: URIRef  # Research body
    Segment: URIRef  # Segment
    Town: URIRef  # Town
    Village: URIRef  # Village
    administers: URIRef  # administers
    appointedTo: URIRef  # appointed to
    asOf: URIRef  # as of
    attended: URIRef  # attended
    between: URIRef  # between
    chaired: URIRef  # chaired
    comparable: URIRef  # comparable
    confidence: URIRef  # confidence
    contested: URIRef  # contested
    continuesIn: URIRef  # continues in
    cooperatesWith: URIRef  # cooperates with
    correspondent: URIRef  # correspondent
    count: URIRef  # count
    dateSource: URIRef  # date source
    develops: URIRef  # develops
    dispute: URIRef  # dispute
    end: URIRef  # end
    evidence: URIRef  # evidence
    holdsPostIn: URIRef  # holds post in
    holdsShareIn: URIRef  # holds share in
    home: URIRef  # home
    inArticle: URIRef  # in article
    inIndustry: URIRef  # in industry
    indicator: URIRef  # indicator
    locatedIn: URIRef  # located in
    lower: URIRef  # lower
    mentions: URIRef  # mentions
    modality: URIRef  # modality
    observed: URIRef  # observed
    onPage: URIRef  # on page
    organizes: URIRef  # organizes
    partOf: URIRef  # part of
    participatesIn: URIRef  # participates in
    penalisedBy: URIRef  # penalised by
    period: URIRef  # period
    photographer: URIRef  # photographer
    position: URIRef  # position
    possiblySame: URIRef  # possibly same
    precision: URIRef  # precision
    produces: URIRef  # produces
    quote: URIRef  # quote
    received: URIRef  # received
    removedFrom: URIRef  # removed from
    reporter: URIRef  # reporter
    role: URIRef  # role
    rule: URIRef  # rule
    saidBy: URIRef  # said by
    segment: URIRef  # segment
    start: URIRef  # start
    subsidiaryOf: URIRef  # subsidiary of
    suppliesTo: URIRef  # supplies to
    tenantOf: URIRef  # tenant of
    undertakes: URIRef  # undertakes
    unit: URIRef  # unit
    upper: URIRef  # upper
    validFrom: URIRef  # valid from
    validTo: URIRef  # valid to
    value: URIRef  # value
    weight: URIRef  # weight
    wonContractFrom: URIRef  # won contract from
    written: URIRef  # written
    year: URIRef  # year
