newPackage(
    "LinearConvolutionalNetworks",
    Version => "0.1.0",
    Date => "November 24, 2026",
    Authors => {}, -- to be filled in by the owner of the project
    Headline => "equations of neurovarieties of linear convolutional networks",
    Keywords => {"Applied Algebraic Geometry", "Commutative Algebra"},
    PackageImports => {"MinimalPrimes"},
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
    "minimalNonfaces",
    "neurovarietyIdeal",
    "vanish",
    "PieceIdeal",
    "TakeRadical",
    -- certificates
    "vanishesOnNeurovariety",
    "definesNeurovariety",
    "isResultantIdealRadical",
    "certifyNeurovarietyIdeal",
    -- training
    "euclideanDistanceDegree",
    "countCriticalPoints",
    -- the program lcngen
    "nativeProgram"
    }

importFrom(Core, {"raw", "rawMatrix1"})

-- What scripts of lcngen embed as it stands, each file after those it uses; "native" is for the package alone.
load "./LinearConvolutionalNetworks/code/networks.m2"
load "./LinearConvolutionalNetworks/code/parametrization.m2"
load "./LinearConvolutionalNetworks/code/resultants.m2"
load "./LinearConvolutionalNetworks/code/ideals.m2"
load "./LinearConvolutionalNetworks/code/nonfaces.m2"
load "./LinearConvolutionalNetworks/code/certificates.m2"
load "./LinearConvolutionalNetworks/code/training.m2"
load "./LinearConvolutionalNetworks/code/native.m2"

beginDocumentation()
load "./LinearConvolutionalNetworks/documentation.m2"
load "./LinearConvolutionalNetworks/tests.m2"
