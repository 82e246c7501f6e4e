using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Pipeline.Signing;

/// <summary>One signer for all tenants.</summary>
/// <param name="identity">Who signs.</param>
public sealed class OneSigner(SigningIdentity identity) : ISigners
{
    /// <inheritdoc/>
    public ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation) => ValueTask.FromResult(identity);
}
