using System.Security.Cryptography;

namespace SoraFunctions.Local.Blobs;

/// <summary>The secret that signs links, in a file: links outlive a restart.</summary>
internal static class LinkSecret
{
    private const int Size = 32;

    /// <summary>The secret in this file, made first if there is none.</summary>
    /// <param name="file">In a folder that exists; readable by its owner alone.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static byte[] LoadOrCreate(string file)
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
            : throw new InvalidDataException($"{file} must hold {Size} bytes; delete it to have a new one made. Links given out before then stop working.");
    }
}
