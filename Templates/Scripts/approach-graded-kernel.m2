
-- the kernel of the parametrization, with degrees that make it homogeneous -----
I = lcngenTimed("gradedKernel", gradedKernel);
recordGenerators("gradedKernel", nonzeroGenerators trim I);
lcngenRecord("codimension.gradedKernel", toString codim I);
assert(codim I == variableCount - expectedDimension);
