// The C library and the part of Foundation without ICU, whatever the platform: sources import this module instead of either.
// The full Foundation of Linux is 40 MB more in the program, and takes longer to load than most commands to run.
#if canImport(FoundationEssentials)
    @_exported import FoundationEssentials
#else
    @_exported import Foundation
#endif

#if canImport(Glibc)
    @_exported import Glibc
#elseif canImport(Musl)
    @_exported import Musl
#elseif canImport(Darwin)
    @_exported import Darwin
#endif
