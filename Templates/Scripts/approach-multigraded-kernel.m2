
-- the kernel up to degree @@maxDegree@@ by the package MultigradedImplicitization, where it is installed
-- (Cummings and Hollering, Computing implicitizations of multi-graded polynomial maps)
dictionariesBefore = dictionaryPath;
isInstalled = try (needsPackage "MultigradedImplicitization"; true) else false;
dictionaryPath = dictionariesBefore;
lcngenRecord("isInstalled.MultigradedImplicitization", toString isInstalled);
if isInstalled then (
    -- a name of a package that was not there when this text was read
    components' := value (value PackageDictionary#"MultigradedImplicitization").Dictionary#"componentsOfKernel";
    kernelComponents = lcngenTimed("multigradedKernel", () ->
        components'(@@maxDegree@@, coefficientMap N, Verbose => false));
    recordGenerators("multigradedKernel", delete(null, flatten values new HashTable from kernelComponents));
    );
