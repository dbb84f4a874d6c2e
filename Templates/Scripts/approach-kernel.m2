
-- the kernel of the parametrization, between plain rings
I = lcngenTimed("kernel", () -> kernelOfParametrization(N, false));
recordGenerators("kernel", nonzeroGenerators trim I);
lcngenRecord("codimension.kernel", toString codim I);
lcngenCheck("codimension", codim I == numgens ring N - dim N, null);
