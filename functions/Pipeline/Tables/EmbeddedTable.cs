using System.Security.Cryptography;
using System.Text;

namespace SoraFunctions.Pipeline.Tables;

/// <summary>
/// A tab-separated table that is built into this assembly. Its first line names the columns; empty lines and lines that
/// begin with <c># </c> say nothing.
/// </summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of a table, each as wide as its header; missing cells are empty.</summary>
    /// <param name="name">Folder and file joined by dots, such as <c>Moderation.Data.hate.tsv</c>.</param>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        var lines = Text(name).Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).ToArray();
        var width = lines[0].Split('\t').Length;
        return [.. lines.Skip(1).Select(line => Cells(name, line, width))];
    }

    /// <summary>Names of the tables in a folder, in ordinal order.</summary>
    /// <param name="folder">Such as <c>Moderation.Data</c>.</param>
    public static IReadOnlyList<string> In(string folder)
    {
        var prefix = $"{typeof(EmbeddedTable).Assembly.GetName().Name}.";
        return
        [
            .. typeof(EmbeddedTable).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith($"{prefix}{folder}.", StringComparison.Ordinal))
                .Select(name => name[prefix.Length..])
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>First eight hex digits of the SHA-256 of all tables in a folder: changes when a word changes.</summary>
    public static string Version(string folder)
    {
        var all = string.Join('\0', In(folder).Select(name => $"{name}\0{Text(name)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
    }

    private static string Text(string name)
    {
        var assembly = typeof(EmbeddedTable).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{assembly.GetName().Name}.{name}")
            ?? throw new InvalidOperationException($"the table {name} is not built into {assembly.GetName().Name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string[] Cells(string name, string line, int width)
    {
        var cells = line.Split('\t').Select(cell => cell.Trim()).ToList();
        if (cells.Count > width)
        {
            throw new InvalidOperationException($"{name}: '{line}' has {cells.Count} cells where {width} fit");
        }

        while (cells.Count < width)
        {
            cells.Add("");
        }

        return [.. cells];
    }
}
