"""Namespaces whose terms are known: a misspelt term raises instead of matching nothing.

The terms of the project's own ontology are not repeated here: they belong to the ontology, and
`tests/test_house.py` holds every `HDS.term(...)` of the code against it.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Self

__all__ = ["DCTERMS", "HDS", "OWL", "RDF", "RDFS", "SH", "SKOS", "XSD", "Namespace"]


class Namespace(str):
    """The IRI that a vocabulary's terms begin with.

    >>> RDFS.term("subClassOf")
    'http://www.w3.org/2000/01/rdf-schema#subClassOf'
    """

    __slots__ = ("terms",)

    terms: frozenset[str]

    def __new__(cls, base: str, terms: str = "") -> Self:
        """Return the namespace `base`; `terms`, between spaces, closes it (none: open)."""
        namespace = super().__new__(cls, base)
        namespace.terms = frozenset(terms.split())
        return namespace

    def term(self, name: str) -> str:
        """Return the IRI of one term.

        >>> OWL.term("intersectonOf")
        Traceback (most recent call last):
        LookupError: http://www.w3.org/2002/07/owl# has no intersectonOf; near: intersectionOf

        Raises:
            LookupError: the vocabulary has no such term.
        """
        if self.terms and name not in self.terms:
            near = "".join(get_close_matches(name, sorted(self.terms), n=1)) or "nothing"
            raise LookupError(f"{self} has no {name}; near: {near}")
        return f"{self}{name}"


HDS = Namespace("https://w3id.org/hds-fr/ontology#")
RDF = Namespace(
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    """
    Alt Bag CompoundLiteral direction first HTML JSON langString language List nil object
    PlainLiteral predicate Property rest Seq Statement subject type value XMLLiteral
    """,
)
RDFS = Namespace(
    "http://www.w3.org/2000/01/rdf-schema#",
    """
    Class comment Container ContainerMembershipProperty Datatype domain isDefinedBy label
    Literal member range Resource seeAlso subClassOf subPropertyOf
    """,
)
OWL = Namespace(
    "http://www.w3.org/2002/07/owl#",
    """
    AllDifferent AllDisjointClasses AllDisjointProperties allValuesFrom annotatedProperty
    annotatedSource annotatedTarget Annotation AnnotationProperty assertionProperty
    AsymmetricProperty Axiom backwardCompatibleWith bottomDataProperty bottomObjectProperty
    cardinality Class complementOf DataRange datatypeComplementOf DatatypeProperty deprecated
    DeprecatedClass DeprecatedProperty differentFrom disjointUnionOf disjointWith
    distinctMembers equivalentClass equivalentProperty FunctionalProperty hasKey hasSelf
    hasValue imports incompatibleWith intersectionOf InverseFunctionalProperty inverseOf
    IrreflexiveProperty maxCardinality maxQualifiedCardinality members minCardinality
    minQualifiedCardinality NamedIndividual NegativePropertyAssertion Nothing ObjectProperty
    onClass onDataRange onDatatype oneOf onProperties onProperty Ontology OntologyProperty
    priorVersion propertyChainAxiom propertyDisjointWith qualifiedCardinality rational real
    ReflexiveProperty Restriction sameAs someValuesFrom sourceIndividual SymmetricProperty
    targetIndividual targetValue Thing topDataProperty topObjectProperty TransitiveProperty
    unionOf versionInfo versionIRI withRestrictions
    """,
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    """
    altLabel broader broaderTransitive broadMatch changeNote closeMatch Collection Concept
    ConceptScheme definition editorialNote exactMatch example hasTopConcept hiddenLabel
    historyNote inScheme mappingRelation member memberList narrower narrowerTransitive
    narrowMatch notation note OrderedCollection prefLabel related relatedMatch scopeNote
    semanticRelation topConceptOf
    """,
)
DCTERMS = Namespace(
    "http://purl.org/dc/terms/",
    """
    abstract accessRights accrualMethod accrualPeriodicity accrualPolicy Agent AgentClass
    alternative audience available bibliographicCitation BibliographicResource Box conformsTo
    contributor coverage created creator date dateAccepted dateCopyrighted dateSubmitted
    DCMIType DDC description educationLevel extent FileFormat format Frequency hasFormat hasPart
    hasVersion identifier IMT instructionalMethod isFormatOf ISO3166 isPartOf isReferencedBy
    isReplacedBy isRequiredBy issued isVersionOf Jurisdiction language LCC LCSH license
    LicenseDocument LinguisticSystem Location LocationPeriodOrJurisdiction mediator MediaType
    MediaTypeOrExtent medium MESH MethodOfAccrual MethodOfInstruction modified NLM Period
    PeriodOfTime PhysicalMedium PhysicalResource Point Policy provenance ProvenanceStatement
    publisher references relation replaces requires RFC1766 RFC3066 RFC4646 RFC5646 rights
    rightsHolder RightsStatement SizeOrDuration source spatial Standard subject tableOfContents
    temporal TGN title type UDC URI valid W3CDTF
    """,
)
XSD = Namespace(
    "http://www.w3.org/2001/XMLSchema#",
    """
    anyURI base64Binary boolean byte date dateTime dateTimeStamp dayTimeDuration decimal double
    duration float gDay gMonth gMonthDay gYear gYearMonth hexBinary int integer language long
    Name NCName negativeInteger NMTOKEN nonNegativeInteger nonPositiveInteger normalizedString
    positiveInteger short string time token unsignedByte unsignedInt unsignedLong unsignedShort
    yearMonthDuration
    """,
)
SH = Namespace(
    "http://www.w3.org/ns/shacl#",
    """
    AbstractResult alternativePath annotationProperty annotationValue annotationVarName ask
    BlankNode BlankNodeOrIRI BlankNodeOrLiteral closed condition conforms construct datatype
    deactivated declare defaultValue description detail disjoint entailment equals expression
    filterShape flags focusNode Function group hasValue ignoredProperties Info intersection
    inversePath IRI IRIOrLiteral labelTemplate languageIn lessThan lessThanOrEquals Literal
    maxCount maxExclusive maxInclusive maxLength message minCount minExclusive minInclusive
    minLength name namespace node NodeKind nodeKind nodes NodeShape nodeValidator object
    oneOrMorePath optional order Parameter parameter Parameterizable path pattern predicate
    prefix PrefixDeclaration prefixes property PropertyGroup PropertyShape propertyValidator
    qualifiedMaxCount qualifiedMinCount qualifiedValueShape qualifiedValueShapesDisjoint result
    ResultAnnotation resultAnnotation resultMessage resultPath resultSeverity returnType Rule
    rule select Severity severity Shape shapesGraph shapesGraphWellFormed sourceConstraint
    sourceShape sparql subject suggestedShapesGraph Target target targetClass targetNode
    targetObjectsOf targetSubjectsOf TargetType this TripleRule union uniqueLang update
    ValidationReport ValidationResult Validator validator value Violation Warning xone
    zeroOrMorePath zeroOrOnePath
    """,
)
