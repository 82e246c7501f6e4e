using System.Globalization;
using System.Text.RegularExpressions;
using SoraFunctions.Benchmarks.Scale.Service;

namespace SoraFunctions.Scale.Tests;

public sealed partial class DocumentTests
{
    [Fact]
    public void The_document_says_at_how_many_videos_a_day_each_limit_breaks()
    {
        var measured = Measured.Read(Path.Combine(AppContext.BaseDirectory, "Scale", "measured.json"));
        var said = Row().Matches(File.ReadAllText(Document())).ToDictionary(
            row => row.Groups[1].Value, row => double.Parse(row.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

        Assert.True(said.Count >= 9);
        foreach (var limit in Limit.Of(new ScaleOptions(), measured).Where(limit => limit.BreaksAt < 95e6))
        {
            var name = said.Keys.Single(name => limit.Name.StartsWith(name, StringComparison.Ordinal));
            Assert.InRange(said[name] / limit.BreaksAt, 0.9, 1.1);
        }
    }

    /// <summary>A row of the table: name, videos a day.</summary>
    [GeneratedRegex(@"^\| ([a-zA-Z ]+) \| ([\d,]{7,}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "scale.md")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("docs/scale.md is in no folder above the tests");
        }

        return Path.Combine(folder.FullName, "docs", "scale.md");
    }
}
