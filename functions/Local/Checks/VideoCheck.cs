using System.Text.Encodings.Web;
using System.Text.Json;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.Outbound;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Verifications;
using SoraFunctions.Pipeline.Verifications.Wire;

namespace SoraFunctions.Local.Checks;

/// <summary>Says where a file comes from, to whoever holds the data folder: its operator.</summary>
internal static class VideoCheck
{
    private const int LargestDownload = 1 << 30;
    private static readonly TimeSpan _longestDownload = TimeSpan.FromMinutes(5);
    private static readonly VerificationJson _readable = new(new JsonSerializerOptions(VerificationJson.Default.Options)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Runs <c>sora verify</c>.</summary>
    /// <returns>
    /// The exit code: 0 a manifest that holds, 1 one that does not, 2 none, even if the picture is recognised, or no such file.
    /// </returns>
    public static async Task<int> Run(VerifyArguments arguments, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(arguments.Source, UriKind.Absolute, out var address) || address.IsFile)
        {
            return await Run(new FileInfo(arguments.Source), arguments, cancellation);
        }

        var copy = new FileInfo(Path.GetTempFileName());
        try
        {
            await Download(arguments.Source, copy, cancellation);
            return await Run(copy, arguments, cancellation);
        }
        catch (RequestException refused)
        {
            await Console.Error.WriteLineAsync($"sora verify: {refused.Errors[0].Message}");
            return 2;
        }
        finally
        {
            copy.Delete();
        }
    }

    private static async Task<int> Run(FileInfo file, VerifyArguments arguments, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            await Console.Error.WriteLineAsync($"sora verify: there is no file {file.FullName}");
            return 2;
        }

        await using var services = await CheckServices.Open(new DataFolder(DataFolder.PathFrom(arguments.Data)), cancellation);
        using var scope = services.CreateScope();
        var found = await scope.ServiceProvider.GetRequiredService<VerificationDesk>().Verify(file, cancellation);
        var told = VerificationObject.Of(found, Viewer.Operator, arguments.Language);
        if (arguments.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(told, _readable.VerificationObject));
        }
        else
        {
            VerificationText.Print(told);
        }

        return arguments.Recover is { } target && !await Recover(found, target, scope.ServiceProvider, cancellation) ? 2 : found.Signature switch
        {
            SignatureEvidence.Ours or SignatureEvidence.Foreign => 0,
            SignatureEvidence.Altered or SignatureEvidence.Unsound => 1,
            _ => 2,
        };
    }

    private static async Task<bool> Recover(Verification found, FileInfo target, IServiceProvider services, CancellationToken cancellation)
    {
        foreach (var id in found.Matches.Select(match => match.ManifestId).OfType<string>())
        {
            var manifests = services.GetRequiredService<ManifestRepository>();
            if (await manifests.Find(id, cancellation) is not { } row || await manifests.Open(row, cancellation) is not { } store)
            {
                continue;
            }

            await using (store)
            await using (var file = target.Create())
            {
                await store.CopyToAsync(file, cancellation);
            }

            await Console.Error.WriteLineAsync($"The manifest {id} of {row.VideoId} for channel {row.Channel} is in {target.FullName}.");
            return true;
        }

        await Console.Error.WriteLineAsync("sora verify: no manifest is kept here that belongs to this file.");
        return false;
    }

    private static async Task Download(string source, FileInfo copy, CancellationToken cancellation)
    {
        using var http = new OutboundHttp(new OutboundOptions { AllowLocalNetwork = Environment.GetEnvironmentVariable("SORA_ALLOW_LOCAL_NETWORK") == "1" });
        var wanted = new WantedFile("file", LargestDownload, "up to 1 GiB", "data:video/mp4;base64,", "invalid_file", "unreachable_file");
        await using var target = copy.OpenWrite();
        await new FileFetcher(http).FetchInto("url", source, wanted, target, _longestDownload, cancellation);
    }
}
