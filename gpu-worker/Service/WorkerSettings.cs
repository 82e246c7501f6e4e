using System.Globalization;
using Microsoft.Extensions.Configuration;
using SoraFunctions.Service.Http;

namespace SoraFunctions.Service;

/// <summary>What the environment says: variables that begin with <c>SORA_WORKER_</c>.</summary>
/// <param name="Desk">How the desk works.</param>
/// <param name="Http">How it is reached.</param>
internal sealed record WorkerSettings(DeskOptions Desk, DeskHttp Http)
{
    private const string Prefix = "SORA_WORKER_";

    /// <summary>Reads the settings. Fails with <see cref="InvalidDataException"/> that names the variable that can't be read.</summary>
    public static WorkerSettings Read(IConfiguration configuration)
    {
        long? Number(string name, long most = long.MaxValue) => configuration[Prefix + name] switch
        {
            null or "" => null,
            var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most => number,
            var text => throw new InvalidDataException($"{Prefix}{name} must be a whole number from 1 to {most}, not '{text}'"),
        };

        var desk = new DeskOptions { Folder = configuration[Prefix + "FOLDER"] is { Length: > 0 } folder ? folder : "worker-data" };
        var http = new DeskHttp { Token = configuration[Prefix + "TOKEN"] };
        return new WorkerSettings(
            desk with
            {
                DiskBudget = Number("DISK_BUDGET"),
                QueueLimit = (int)(Number("QUEUE_LIMIT", 1_000_000) ?? desk.QueueLimit),
                Shots = (int)(Number("SHOTS", 1024) ?? desk.Shots),
                Cuts = (int)(Number("CUTS", 1024) ?? desk.Cuts),
                Attempts = (int)(Number("ATTEMPTS", 100) ?? desk.Attempts),
            },
            http with { AssetLimit = Number("ASSET_LIMIT") ?? http.AssetLimit });
    }
}
