using SoraFunctions.Local.Hosting;
using SoraFunctions.Provenance.Signing;
using SoraFunctions.Provenance.Verification;
using Spectre.Console;

namespace SoraFunctions.Local.Checks;

/// <summary>Says where a video comes from.</summary>
internal static class VideoCheck
{
    /// <summary>Runs <c>sora verify</c>.</summary>
    /// <returns>The exit code: 0 valid or trusted, 1 invalid, 2 no manifest or no such file.</returns>
    public static async Task<int> Run(FileInfo file, bool json, string? data, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"sora verify: there is no file {file.FullName}");
            return 2;
        }

        await using var content = file.OpenRead();
        var report = ProvenanceReader.Verify(content, Anchors(data), cancellationToken: cancellation);
        if (json)
        {
            Console.WriteLine(report.ToJson());
        }
        else
        {
            Print(report);
        }

        return report.State switch
        {
            VerificationState.Trusted or VerificationState.Valid => 0,
            VerificationState.Invalid => 1,
            _ => 2,
        };
    }

    private static TrustAnchors Anchors(string? data)
    {
        var own = Path.Combine(new DataFolder(DataFolder.PathFrom(data)).Signing, IdentityFolder.RootFile);
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
