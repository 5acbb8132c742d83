"""The reference: the same axioms and facts as OWL, given to HermiT, and its agreement."""
