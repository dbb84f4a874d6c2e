
-- the kernel of the parametrization, between plain rings ----------------------
I = lcngenTimed("kernel", plainKernel);
recordGenerators("kernel", nonzeroGenerators trim I);
lcngenRecord("codimension.kernel", toString codim I);
assert(codim I == variableCount - expectedDimension);
