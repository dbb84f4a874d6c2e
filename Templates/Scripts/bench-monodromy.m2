
-- by monodromy in b, with straight-line programs ---------------------------------------
layerGates = apply(layerCount, l -> {inputGate 1} | apply(toList(1 .. layerSizes#l - 1), i ->
    inputGate("c" | toString l | "n" | toString i)));
scaleGate = inputGate "y";
targetGates = apply(variableCount, i -> inputGate("b" | toString i));
equationGates = criticalEquations(inputGate, layerGates, scaleGate, targetGates);
unknownGates = flatten apply(layerGates, gates -> drop(gates, 1)) | {scaleGate};
criticalSystem = gateSystem(gateMatrix {targetGates}, gateMatrix {unknownGates},
    transpose gateMatrix {equationGates});
pathCount = 0;
solutionCount = lcngenTimed("monodromy", () -> (
    (seedParameters, seedPoint) := createSeedPair criticalSystem;
    answer := monodromySolve(criticalSystem, seedParameters, {seedPoint},
        TargetSolutionCount => @@expected@@, NumberOfNodes => 2, NumberOfEdges => 5);
    if instance(answer#1, ZZ) then pathCount = answer#1;
    length (answer#0).PartialSols));
lcngenRecord("points.monodromy", toString solutionCount);
lcngenRecord("paths.monodromy", toString pathCount);
