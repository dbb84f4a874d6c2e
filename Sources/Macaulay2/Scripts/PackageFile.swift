/// A file of the Macaulay2 package, as it stands in `m2`.
package struct PackageFile: Sendable {
    /// As Macaulay2 wants it, from the folder that has the package.
    package let path: String
    package let bytes: [UInt8]

    /// The package is whole with these.
    package static var all: [PackageFile] {
        let name = "LinearConvolutionalNetworks"
        let inFolder = [
            ("code/networks.m2", PackageResources.networks_m2),
            ("code/parametrization.m2", PackageResources.parametrization_m2),
            ("code/resultants.m2", PackageResources.resultants_m2),
            ("code/ideals.m2", PackageResources.ideals_m2),
            ("code/nonfaces.m2", PackageResources.nonfaces_m2),
            ("code/certificates.m2", PackageResources.certificates_m2),
            ("code/training.m2", PackageResources.training_m2),
            ("code/native.m2", PackageResources.native_m2),
            ("code/layers.m2", PackageResources.layers_m2),
            ("code/hilbert.m2", PackageResources.hilbert_m2),
            ("code/singularities.m2", PackageResources.singularities_m2),
            ("code/factor.m2", PackageResources.factor_m2),
            ("code/criticalEquations.m2", PackageResources.criticalEquations_m2),
            ("code/criticalPoints.m2", PackageResources.criticalPoints_m2),
            ("documentation.m2", PackageResources.documentation_m2),
            ("tests.m2", PackageResources.tests_m2),
        ]
        return [PackageFile(path: "\(name).m2", bytes: PackageResources.LinearConvolutionalNetworks_m2)]
            + inFolder.map { PackageFile(path: "\(name)/\($0.0)", bytes: $0.1) }
    }
}
