using System.Globalization;
using Microsoft.Extensions.Configuration;
using SoraFunctions.Service.Http;
using SoraFunctions.Service.Stores;

namespace SoraFunctions.Service;

/// <summary>What the environment says: variables that begin with <c>SORA_WORKER_</c>.</summary>
/// <param name="Desk">How the desk works.</param>
/// <param name="Http">How it is reached.</param>
/// <param name="Grace">How long what runs may go on after SIGTERM.</param>
internal sealed record WorkerSettings(DeskOptions Desk, DeskHttp Http, TimeSpan Grace)
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

        // Not a duration of .NET's: a plain number cannot be mistaken for days.
        TimeSpan? Seconds(string name) => configuration[Prefix + name] switch
        {
            null or "" => null,
            var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0.01 and <= 1e6 => TimeSpan.FromSeconds(number),
            var text => throw new InvalidDataException($"{Prefix}{name} must be a number of seconds from 0.01 to 1000000, not '{text}'"),
        };

        var identity = configuration[Prefix + "IDENTITY"];
        var desk = new DeskOptions { Folder = configuration[Prefix + "FOLDER"] is { Length: > 0 } folder ? folder : "worker-data" };
        var http = new DeskHttp { Token = configuration[Prefix + "TOKEN"], Identities = Identities(configuration) };
        return new WorkerSettings(
            desk with
            {
                DiskBudget = Number("DISK_BUDGET"),
                AssetAge = Number("ASSET_DAYS", 3650) is { } days ? TimeSpan.FromDays(days) : desk.AssetAge,
                QueueLimit = (int)(Number("QUEUE_LIMIT", 1_000_000) ?? desk.QueueLimit),
                Shots = (int)(Number("SHOTS", 1024) ?? desk.Shots),
                Cuts = (int)(Number("CUTS", 1024) ?? desk.Cuts),
                Attempts = (int)(Number("ATTEMPTS", 100) ?? desk.Attempts),
                Store = configuration[Prefix + "STORE"] is { Length: > 0 } store ? StoreAddress.Open(store, identity) : null,
                MemoryLimit = Number("MEMORY_LIMIT"),
                Patience = Seconds("PATIENCE") ?? desk.Patience,
                TimeLimit = Seconds("TIME_LIMIT") ?? desk.TimeLimit,
                Beat = Seconds("BEAT") ?? desk.Beat,
                Lease = Seconds("LEASE") ?? desk.Lease,
                Look = Seconds("LOOK") ?? desk.Look,
                Outage = Seconds("OUTAGE") ?? desk.Outage,
                WarmUp = Seconds("WARM_UP"),
            },
            http with { AssetLimit = Number("ASSET_LIMIT") ?? http.AssetLimit },
            Seconds("GRACE") ?? TimeSpan.FromSeconds(20));
    }

    private static IdentityRules? Identities(IConfiguration configuration)
    {
        var (authority, audience, callers) = (configuration[Prefix + "AUTHORITY"], configuration[Prefix + "AUDIENCE"], configuration[Prefix + "CALLERS"]);
        if (string.IsNullOrEmpty(authority) && string.IsNullOrEmpty(audience) && string.IsNullOrEmpty(callers))
        {
            return null;
        }

        return Uri.TryCreate(authority, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            && !string.IsNullOrEmpty(audience)
            && callers?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } ids
            ? new IdentityRules(address, audience, ids)
            : throw new InvalidDataException(
                $"{Prefix}AUTHORITY (an https address), {Prefix}AUDIENCE and {Prefix}CALLERS (object IDs joined by commas) go together: set all or none");
    }
}
