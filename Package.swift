// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors, in every target and in the tests.
let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// One library of the package, with what it imports.
func module(
    _ name: String, _ dependencies: Target.Dependency..., embeds folders: [String] = [], path: String? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: path,
        resources: folders.isEmpty ? nil : folders.map { .embedInCode($0) }, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: Target.Dependency...) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: settings)
}

let package = Package(
    name: "lcngen",
    products: [
        .library(name: "ExactAlgebra", targets: ["ExactAlgebra"]),
        .library(name: "Neurovariety", targets: ["Neurovariety"]),
        .library(name: "Training", targets: ["Training"]),
        .library(name: "Macaulay2", targets: ["Macaulay2"]),
        .library(name: "Exports", targets: ["Exports"]),
        .library(name: "CrossValidation", targets: ["CrossValidation"]),
        .executable(name: "lcngen", targets: ["lcngen"]),
    ],
    dependencies: [],
    targets: [
        module("PlatformBasics"),
        module("ExactAlgebra", "PlatformBasics"),
        module("Neurovariety", "ExactAlgebra", "PlatformBasics"),
        module("Training", "Neurovariety"),
        module("ChildProcesses", "PlatformBasics"),
        module("Macaulay2", "Neurovariety", "ChildProcesses", embeds: ["Templates", "Package"]),
        module("Exports", "Macaulay2", embeds: ["Templates"]),
        module("CrossValidation", "Macaulay2", "Training"),
        module("Studies", "CrossValidation", "Exports", embeds: ["PaperData"]),
        module("Reports", "Studies", embeds: ["Templates"]),
        .executableTarget(name: "lcngen", dependencies: ["Reports"], swiftSettings: settings),

        tests(of: "PlatformBasics"),
        tests(of: "ExactAlgebra"),
        tests(of: "Neurovariety"),
        tests(of: "Training"),
        tests(of: "ChildProcesses"),
        tests(of: "Macaulay2"),
        tests(of: "Exports"),
        tests(of: "CrossValidation"),
        tests(of: "Studies"),
        tests(of: "Reports"),
        .testTarget(
            name: "CommandLineTests", dependencies: ["lcngen", "TestSupport"], swiftSettings: settings),
        module("TestSupport", "Macaulay2", path: "Tests/TestSupport"),
    ]
)
