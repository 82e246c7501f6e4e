using System.Globalization;

namespace SoraFunctions.Azure.Durable;

/// <summary>
/// Versions of the catalog as Durable Functions writes them: <c>3.0</c> for 3. With a dot they are compared as numbers; without one,
/// <c>10</c> would come before <c>9</c>.
/// </summary>
internal static class OrchestrationVersions
{
    /// <summary>Writes a version.</summary>
    /// <param name="version">1 or more.</param>
    public static string Write(int version) => string.Create(CultureInfo.InvariantCulture, $"{version}.0");

    /// <summary>Reads a version.</summary>
    /// <param name="text">What an instance began under; empty for an instance from before there were versions, which is 1.</param>
    /// <exception cref="FormatException">It is no version of this catalog.</exception>
    public static int Read(string text) => text.Length == 0
        ? 1
        : int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= 1
            ? version
            : throw new FormatException($"The instance began under version '{text}'; versions are whole numbers from 1 on, such as 1.0.");
}
