// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, in every target and in the tests.
let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "lcngen",
    products: [.executable(name: "lcngen", targets: ["lcngen"])],
    dependencies: [],
    targets: [
        .target(name: "ExactAlgebra", swiftSettings: settings),
        .target(name: "Neurovariety", dependencies: ["ExactAlgebra"], swiftSettings: settings),
        .target(name: "Training", dependencies: ["Neurovariety"], swiftSettings: settings),
        .target(
            name: "Macaulay2",
            dependencies: ["Neurovariety"],
            resources: [.embedInCode("Templates")],
            swiftSettings: settings),
        .target(name: "CrossValidation", dependencies: ["Macaulay2", "Training"], swiftSettings: settings),
        .target(
            name: "Reports",
            dependencies: ["CrossValidation"],
            resources: [.embedInCode("PaperData")],
            swiftSettings: settings),
        .executableTarget(name: "lcngen", dependencies: ["Reports"], swiftSettings: settings),
        .testTarget(name: "ExactAlgebraTests", dependencies: ["ExactAlgebra"], swiftSettings: settings),
        .testTarget(name: "NeurovarietyTests", dependencies: ["Neurovariety"], swiftSettings: settings),
        .testTarget(
            name: "TrainingTests", dependencies: ["Training", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "Macaulay2Tests", dependencies: ["Macaulay2", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CrossValidationTests", dependencies: ["CrossValidation", "TestSupport"],
            swiftSettings: settings),
        .testTarget(name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: ["lcngen", "TestSupport"], swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Macaulay2"], path: "Tests/TestSupport",
            swiftSettings: settings),
    ]
)
