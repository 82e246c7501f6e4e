using SoraFunctions.Service.Assets;

namespace SoraFunctions.Service.Preparations;

/// <summary>Model packages are what they were when their checksums were written.</summary>
internal static class ModelChecksums
{
    /// <summary>The file that lists them, as <c>sha256sum</c> writes it: 64 hex digits, a space, a space or <c>*</c>, and a path.</summary>
    public const string FileName = "sha256sums";

    /// <summary>
    /// Reads every listed file. Fails with <see cref="InvalidDataException"/> that names the first one that is missing or differs. A folder without a
    /// list passes.
    /// </summary>
    /// <param name="folder">The folder of packages.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task Verify(string folder, CancellationToken cancellation)
    {
        var list = Path.Combine(folder, FileName);
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var line in await File.ReadAllLinesAsync(list, cancellation))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var (expected, name) = line.Length > 66 ? (line[..64], line[66..]) : throw new InvalidDataException($"{list} has a line that is no checksum: '{line}'");
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                throw new InvalidDataException($"{name} is listed in {list} and is not there");
            }

            var found = await AssetHash.Of(path, cancellation);
            if (found != expected)
            {
                throw new InvalidDataException($"{name} has sha256 {found}, not {expected} as listed in {list}: it was changed, or its transfer broke off");
            }
        }
    }
}
