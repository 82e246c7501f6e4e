using System.Text.Json;
using System.Text.Json.Nodes;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;
using Spectre.Console;

namespace SoraFunctions.Local.Checks;

/// <summary>Says where a video comes from.</summary>
internal static class VideoCheck
{
    /// <summary>Runs <c>sora verify</c>.</summary>
    /// <returns>The exit code: 0 valid or trusted, 1 invalid, 2 no manifest, even if a watermark is found, or no such file.</returns>
    public static async Task<int> Run(FileInfo file, bool json, string? data, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"sora verify: there is no file {file.FullName}");
            return 2;
        }

        await using var content = file.OpenRead();
        var folder = new DataFolder(DataFolder.PathFrom(data));
        var report = ProvenanceReader.Verify(content, Anchors(folder), cancellationToken: cancellation);
        var mark = await MarkCheck.Run(file, folder, cancellation);
        if (json)
        {
            Console.WriteLine(WithMark(report, mark));
        }
        else
        {
            Print(report);
            Console.WriteLine(mark.Summary);
        }

        return report.State switch
        {
            VerificationState.Trusted or VerificationState.Valid => 0,
            VerificationState.Invalid => 1,
            _ => 2,
        };
    }

    private static string WithMark(VerificationReport report, MarkCheck mark)
    {
        var json = JsonNode.Parse(report.ToJson())!.AsObject();
        json["watermark"] = new JsonObject
        {
            ["id"] = mark.Mark?.Id.ToString(),
            ["strength"] = mark.Mark is { } found ? Math.Round(found.Strength, 1) : null,
            ["videos"] = new JsonArray([.. mark.Videos.Select(video => JsonValue.Create($"{video.VideoId}/{video.Channel}"))]),
            ["summary"] = mark.Summary,
        };
        return json.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static TrustAnchors Anchors(DataFolder folder)
    {
        var own = Path.Combine(folder.Signing, IdentityFolder.RootFile);
        return File.Exists(own) ? TrustAnchors.FromPem(File.ReadAllText(own)) : TrustAnchors.None;
    }

    private static void Print(VerificationReport report)
    {
        var colour = report.State switch
        {
            VerificationState.Trusted or VerificationState.Valid => Color.Green,
            VerificationState.Invalid => Color.Red,
            _ => Color.Yellow,
        };
        AnsiConsole.Write(new Text($"{report.State}", new Style(colour)));
        Console.WriteLine($"  {report.Summary}");
        foreach (var manifest in report.Lineage)
        {
            var margin = new string(' ', manifest.Generation * 2);
            Console.WriteLine(
                $"{margin}{manifest.Title ?? "untitled"}, by {manifest.Generator ?? "an unknown product"}, signed by {manifest.Signer?.Organisation ?? "nobody known"}");
            foreach (var action in manifest.Actions)
            {
                Console.WriteLine(
                    $"{margin}  {string.Join(" ", new[] { action.Name, action.When, action.DigitalSourceType, action.SoftwareAgent }.OfType<string>())}");
            }
        }

        if (report.AigcLabel is { } label)
        {
            Console.WriteLine($"AIGC label: {label.ToJson()}");
        }

        foreach (var entry in report.Entries.Where(entry => entry.Kind == EntryKind.Failure))
        {
            Console.WriteLine($"{entry.Code}: {entry.Explanation}");
        }
    }
}
