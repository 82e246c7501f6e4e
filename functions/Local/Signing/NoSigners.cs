using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Local.Signing;

/// <summary>A data folder without keys, which a mere check does not make.</summary>
internal sealed class NoSigners : ISigners
{
    /// <inheritdoc/>
    public ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation) =>
        throw SigningFaults.Missing(tenant, "There is no key.");
}
