namespace SoraFunctions.Models.Packages;

/// <summary>A folder is no model package, or one that cannot be run.</summary>
public sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
