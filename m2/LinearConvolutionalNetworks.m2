newPackage(
    "LinearConvolutionalNetworks",
    Version => "0.2.0",
    Date => "November 26, 2026",
    Authors => {}, -- to be filled in by the owner of the project
    HomePage => "", -- to be filled in by the owner of the project
    Headline => "equations of neurovarieties of linear convolutional networks",
    Keywords => {"Applied Algebraic Geometry", "Commutative Algebra"},
    PackageExports => {"NAGtypes"},
    PackageImports => {"JSON", "MinimalPrimes"},
    AuxiliaryFiles => true,
    DebuggingMode => false
    )

export {
    -- networks and their invariants
    "ConvolutionalNetwork",
    "convolutionalNetwork",
    "filterSizes",
    "strides",
    "endToEndFilterSize",
    "reducedNetwork",
    "isReducedNetwork",
    "twoLayerNetworks",
    -- layers and filters
    "filterOfLayers",
    "randomLayers",
    "randomFilter",
    "randomNetwork",
    "MaximalFilterSize",
    "MaximalStride",
    "factorFilter",
    "isInNeurovariety",
    "isInNeuromanifold",
    -- the coefficient map and its kernel
    "coefficientMap",
    "neurovarietyKernel",
    "Graded",
    -- ideals from resultant matrices
    "sDecomposition",
    "resultantMatrix",
    "resultantLevels",
    "resultantIdeal",
    "Lean",
    "allLevelsIdeal",
    "vanish",
    "PieceIdeal",
    "TakeRadical",
    -- the prime ideal
    "neurovarietyIdeal",
    "minimalNonfaces",
    "initialIdeal",
    "initialFacets",
    "initialComplex",
    "singularNetworks",
    -- certificates
    "isVanishingOnNeurovariety",
    "isDefiningNeurovariety",
    "isResultantIdealRadical",
    "isCertifiedNeurovarietyIdeal",
    -- training
    "euclideanDistanceDegree",
    "countCriticalPoints",
    "quadraticLoss",
    "criticalIdeal",
    "criticalPoints",
    "criticalLayers",
    -- the program lcngen
    "nativeProgram",
    "Native"
    }

-- What scripts of lcngen embed as it stands, each file after those it uses.
load "./LinearConvolutionalNetworks/code/networks.m2"
load "./LinearConvolutionalNetworks/code/parametrization.m2"
load "./LinearConvolutionalNetworks/code/resultants.m2"
load "./LinearConvolutionalNetworks/code/ideals.m2"
load "./LinearConvolutionalNetworks/code/nonfaces.m2"
load "./LinearConvolutionalNetworks/code/certificates.m2"
load "./LinearConvolutionalNetworks/code/training.m2"
load "./LinearConvolutionalNetworks/code/native.m2"
-- For the package alone.
load "./LinearConvolutionalNetworks/code/layers.m2"
load "./LinearConvolutionalNetworks/code/hilbert.m2"
load "./LinearConvolutionalNetworks/code/singularities.m2"
load "./LinearConvolutionalNetworks/code/factor.m2"
load "./LinearConvolutionalNetworks/code/criticalEquations.m2"
load "./LinearConvolutionalNetworks/code/criticalPoints.m2"

beginDocumentation()
load "./LinearConvolutionalNetworks/documentation.m2"
load "./LinearConvolutionalNetworks/tests.m2"
