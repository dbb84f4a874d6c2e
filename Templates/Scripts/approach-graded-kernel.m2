
-- the kernel of the parametrization, with degrees that make it homogeneous
I = lcngenTimed("gradedKernel", () -> kernelOfParametrization(N, true));
recordGenerators("gradedKernel", nonzeroGenerators trim I);
lcngenRecord("codimension.gradedKernel", toString codim I);
lcngenCheck("codimension", codim I == numgens ring N - dim N, null);
