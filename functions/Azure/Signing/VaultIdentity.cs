using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Azure.Signing;

/// <summary>Who signs manifests, with a key in a vault.</summary>
internal static class VaultIdentity
{
    /// <summary>
    /// The key with the operator's chain, or with one under a root of its own that is issued once for each version of the key and kept, so
    /// that all instances show the same. A new version of the key has a new root, which verifiers must be given.
    /// </summary>
    /// <param name="vault">Who keeps the key.</param>
    /// <param name="tenantKey">Which key, whose chain.</param>
    /// <param name="organisation">Who a self-made chain names.</param>
    /// <param name="keep">Gives the text by a name, made and kept first if there is none.</param>
    /// <param name="clock">From when a self-made chain holds.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidDataException">Key or certificates can't sign; says why.</exception>
    public static async Task<SigningIdentity> Open(
        KeyVault vault,
        TenantKey tenantKey,
        string organisation,
        Func<string, Func<string>, CancellationToken, Task<string>> keep,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var key = await vault.Open(tenantKey.Key, cancellation);
        var chain = tenantKey.Certificates
            ?? await keep(NameOf(key.Id), () => SigningIdentity.IssueSelfMade(organisation, key.Key, clock), cancellation);
        try
        {
            var identity = SigningIdentity.FromKey(chain, key.Key);
            return identity.RootPem.Length > 0
                ? identity
                : throw new ArgumentException("The chain must end with its root, which our own verifier trusts.");
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"The certificates do not fit the key {key.Id}: {fault.Message}", fault);
        }
    }

    /// <summary>Vault, key and version: <c>vault.vault.azure.net/signing/0123….pem</c>.</summary>
    private static string NameOf(Uri key) => $"{key.Host}/{key.AbsolutePath.Trim('/')["keys/".Length..]}.pem";
}
