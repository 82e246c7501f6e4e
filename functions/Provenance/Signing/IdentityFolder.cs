namespace SoraFunctions.Provenance.Signing;

/// <summary>
/// Keeps a self-made identity in a folder: signing.pem (private key and chain, mode 600) and root.pem
/// (to hand out). Several processes may start on an empty folder at once; all end up with the same identity.
/// </summary>
public static class IdentityFolder
{
    private const string SecretFile = "signing.pem";
    /// <summary>Name of the file with the root certificate, in PEM: what others trust.</summary>
    public const string RootFile = "root.pem";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everyone = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The identity in this folder, made first if there is none.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="organisation">Used only when a new identity is made; see <see
    /// cref="SigningIdentity.CreateSelfMade"/>.</param>
    /// <param name="clock">Used only when a new identity is made.</param>
    /// <exception cref="ArgumentException">The stored identity cannot sign, or the organisation's name is not
    /// acceptable.</exception>
    public static SigningIdentity LoadOrCreate(string folder, string organisation, TimeProvider clock)
    {
        var secret = Path.Combine(folder, SecretFile);
        if (!File.Exists(secret))
        {
            Directory.CreateDirectory(folder);
            using var made = SigningIdentity.CreateSelfMade(organisation, clock);
            PutIfAbsent(secret, made.ExportPem(), OwnerOnly);
        }
        var identity = SigningIdentity.Load(secret, secret);
        HandOutRoot(folder, identity);
        return identity;
    }

    /// <summary>Writes <see cref="RootFile"/> where there is none, and the identity knows its root.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="identity">Whose root.</param>
    public static void HandOutRoot(string folder, SigningIdentity identity)
    {
        var root = Path.Combine(folder, RootFile);
        if (identity.RootPem.Length > 0 && !File.Exists(root))
            PutIfAbsent(root, identity.RootPem, Everyone);
    }

    /// <summary>
    /// Writes a whole file under its name in one step; whoever comes second leaves the first one's file alone.
    /// </summary>
    private static void PutIfAbsent(string path, string text, UnixFileMode mode)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using (var file = new StreamWriter(draft, options))
                file.Write(text);
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
