using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Pipeline.Signing;

/// <summary>Who signs for whom.</summary>
public interface ISigners
{
    /// <summary>
    /// The signer of a tenant: its own where the operator set one up, else the deployment's. A key that was replaced is taken without a
    /// restart. Fails with a <see cref="FinalException"/> <see cref="SigningFaults.NoKey"/> when there is none that can sign, and with
    /// another failure when whoever keeps the key does not answer now.
    /// </summary>
    /// <param name="tenant">Whose files are signed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation);
}
