using SoraFunctions.Pipeline.Orchestration;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Pipeline.Signing;

/// <summary>Why a tenant's files cannot be signed.</summary>
public static class SigningFaults
{
    /// <summary>There is no key, or one that cannot sign.</summary>
    public const string NoKey = "signing_key_missing";

    /// <summary>The key's certificate does not hold today.</summary>
    public const string Expired = "signing_key_expired";

    /// <summary>The failure for a key that is not there or cannot sign.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="why">A sentence.</param>
    public static FinalException Missing(string tenant, string why) =>
        new(NoKey, $"The files of the tenant '{tenant}' cannot be signed, and unsigned ones are not delivered. {why}");

    /// <summary>The signer itself when its certificate holds.</summary>
    /// <param name="signer">Who signs.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="FinalException">It does not; says since when or until when.</exception>
    public static SigningIdentity Check(SigningIdentity signer, DateTimeOffset now) =>
        now > signer.ValidUntil ? throw new FinalException(Expired,
            $"The signing certificate of '{signer.Organisation}' ended on {signer.ValidUntil:yyyy-MM-dd}, and unsigned files are not delivered. Install a new certificate and order again.")
        : now < signer.ValidFrom ? throw new FinalException(Expired,
            $"The signing certificate of '{signer.Organisation}' holds only from {signer.ValidFrom:yyyy-MM-dd}, and unsigned files are not delivered. Check the clock, or install one that holds.")
        : signer;
}
