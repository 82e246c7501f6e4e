namespace SoraFunctions.Commerce.Ucp;

/// <summary>What <c>/.well-known/ucp</c> holds.</summary>
public sealed record UcpProfile
{
    /// <summary>What is spoken and what can be done.</summary>
    public required UcpMetadata Ucp { get; init; }
}
