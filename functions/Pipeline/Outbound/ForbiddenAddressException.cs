namespace SoraFunctions.Pipeline.Outbound;

/// <summary>A caller's address leads to where this service must not be sent.</summary>
/// <param name="host">The host as it was written.</param>
public sealed class ForbiddenAddressException(string host)
    : IOException($"'{host}' is not an address of the public internet");
