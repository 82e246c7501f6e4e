using System.Security.Cryptography;
using SoraFunctions.Local.Blobs;

namespace SoraFunctions.Local.Hosting;

/// <summary>A secret of this machine in a file: what it signed or sealed outlives a restart.</summary>
internal static class SecretFile
{
    private const int Size = 32;

    /// <summary>The secret in this file, made first if there is none.</summary>
    /// <param name="file">In a folder that exists; readable by its owner alone.</param>
    /// <param name="loss">What is lost with the secret: a sentence.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] LoadOrCreate(string file, string loss)
    {
        if (!File.Exists(file))
        {
            var aside = $"{file}.{Guid.NewGuid():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(aside, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(Size));
                stream.Flush(flushToDisk: true);
            }

            ExclusiveName.TryGive(aside, file);
            File.Delete(aside);
        }

        var secret = File.ReadAllBytes(file);
        return secret.Length == Size
            ? secret
            : throw new InvalidDataException($"{file} must hold {Size} bytes; delete it to have a new one made. {loss}");
    }
}
