
-- the kernel up to degree @@maxDegree@@ by the package MultigradedImplicitization, where it is installed ---
-- (Cummings and Hollering, Computing implicitizations of multi-graded polynomial maps)
isInstalled = try (needsPackage "MultigradedImplicitization"; true) else false;
lcngenRecord("isInstalled.MultigradedImplicitization", toString isInstalled);
if isInstalled then (
    kernelComponents = lcngenTimed("multigradedKernel", () ->
        componentsOfKernel(@@maxDegree@@, map(A, R, endToEndFilter), Verbose => false));
    recordGenerators("multigradedKernel", delete(null, flatten values new HashTable from kernelComponents));
    );
