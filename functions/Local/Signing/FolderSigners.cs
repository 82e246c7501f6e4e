using System.Collections.Concurrent;
using System.Security.Cryptography;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Signing;
using SoraFunctions.Provenance.Signing;

namespace SoraFunctions.Local.Signing;

/// <summary>
/// Keys in folders: <c>signing/</c> for all, <c>signing/tenants/NAME/</c> for a tenant with a key of its own. A folder holds
/// <c>signing.pem</c> (key and chain) or <c>signing.pfx</c>, with its password in <c>signing.password</c>. The first folder is filled with
/// a self-made identity when it is empty. A file that changes is read again. The chain's root is written beside it as <c>root.pem</c>, where
/// there is none.
/// </summary>
/// <param name="folder">Where they are.</param>
/// <param name="clock">From when a self-made identity holds.</param>
internal sealed class FolderSigners(DataFolder folder, TimeProvider clock) : ISigners
{
    /// <summary>Who a self-made identity names.</summary>
    public const string Organisation = "SoraFunctions (self-made)";

    private readonly ConcurrentDictionary<string, (DateTime Written, Lazy<SigningIdentity> Identity)> _read = [];

    /// <inheritdoc/>
    public ValueTask<SigningIdentity> Of(string tenant, CancellationToken cancellation)
    {
        var own = Path.Combine(folder.Signing, "tenants", tenant);
        try
        {
            return ValueTask.FromResult(Directory.Exists(own) ? Read(own) : Read(folder.Signing));
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw SigningFaults.Missing(tenant, fault.Message);
        }
    }

    private SigningIdentity Read(string place)
    {
        var pfx = Path.Combine(place, "signing.pfx");
        var file = File.Exists(pfx) ? pfx : Path.Combine(place, "signing.pem");
        if (place == folder.Signing && !File.Exists(file))
        {
            IdentityFolder.LoadOrCreate(place, Organisation, clock).Dispose();
        }

        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"The folder {place} holds neither signing.pem nor signing.pfx.");
        }

        // A stale entry is left to the garbage collector: a stamping may still use it.
        var written = File.GetLastWriteTimeUtc(file);
        return _read.AddOrUpdate(
            file,
            _ => (written, new Lazy<SigningIdentity>(() => Load(file))),
            (_, known) => known.Written == written ? known : (written, new Lazy<SigningIdentity>(() => Load(file)))).Identity.Value;
    }

    private static SigningIdentity Load(string file)
    {
        var identity = Open(file);
        try
        {
            IdentityFolder.HandOutRoot(Path.GetDirectoryName(file)!, identity);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A folder of secrets may be one that can only be read.
        }

        return identity;
    }

    private static SigningIdentity Open(string file)
    {
        if (!file.EndsWith(".pfx", StringComparison.Ordinal))
        {
            return SigningIdentity.Load(file, file);
        }

        var password = Path.ChangeExtension(file, ".password");
        return SigningIdentity.FromPfx(File.ReadAllBytes(file), File.Exists(password) ? File.ReadAllText(password).TrimEnd('\r', '\n') : null);
    }
}
