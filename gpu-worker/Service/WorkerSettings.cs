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
        long Number(string name, long otherwise, long most = long.MaxValue) => configuration[Prefix + name] switch
        {
            null or "" => otherwise,
            var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most => number,
            var text => throw new InvalidDataException($"{Prefix}{name} must be a whole number from 1 to {most}, not '{text}'"),
        };

        var desk = new DeskOptions { Folder = configuration[Prefix + "FOLDER"] is { Length: > 0 } folder ? folder : "worker-data" };
        var http = new DeskHttp { Token = configuration[Prefix + "TOKEN"] };
        return new WorkerSettings(
            desk with
            {
                DiskBudget = Number("DISK_BUDGET", desk.DiskBudget),
                QueueLimit = (int)Number("QUEUE_LIMIT", desk.QueueLimit, 1_000_000),
                Shots = (int)Number("SHOTS", desk.Shots, 1024),
                Cuts = (int)Number("CUTS", desk.Cuts, 1024),
                Attempts = (int)Number("ATTEMPTS", desk.Attempts, 100),
            },
            http with { AssetLimit = Number("ASSET_LIMIT", http.AssetLimit) });
    }
}
