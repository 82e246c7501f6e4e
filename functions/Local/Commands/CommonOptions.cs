using System.CommandLine;
using SoraFunctions.Local.Hosting;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Workers;

namespace SoraFunctions.Local.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data() => new("--data")
    {
        Description = "Folder of everything that must survive a restart (SORA_DATA; default .sora)",
    };

    public static Option<Uri?> Worker() => new("--worker")
    {
        Description = "Address of a worker in its own process (SORA_WORKER; default: render in this process)",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" ? uri : Refuse(result),
    };

    public static LocalOptions Read(string? data, Uri? worker, string publicUrl) => new()
    {
        DataFolder = DataFolder.PathFrom(data),
        PublicUrl = Environment.GetEnvironmentVariable("SORA_PUBLIC_URL")?.TrimEnd('/') ?? publicUrl,
        Worker = worker ?? FromEnvironment(),
        Workers = Workers(),
        WorkerToken = Environment.GetEnvironmentVariable("SORA_WORKER_TOKEN"),
        Remotes = Remotes(),
        Shopify = Shopify(),
        Writer = Model("SORA_WRITER"),
        Recogniser = Model("SORA_RECOGNISER"),
        Prices = Prices(),
        Moderation = Moderation(),
        AllowLocalNetwork = Environment.GetEnvironmentVariable("SORA_ALLOW_LOCAL_NETWORK") == "1",
        OperatorTenant = Environment.GetEnvironmentVariable("SORA_OPERATOR_TENANT"),
        TimeStamps = Uri.TryCreate(Environment.GetEnvironmentVariable("SORA_TIMESTAMP_URL"), UriKind.Absolute, out var authority) ? authority : null,
        OpenVerification = Environment.GetEnvironmentVariable("SORA_OPEN_VERIFICATION") is "1" or "true",
        OpenManifests = Environment.GetEnvironmentVariable("SORA_OPEN_MANIFESTS") is "1" or "true",
    };

    private static IReadOnlyDictionary<string, Uri> Workers() =>
        WorkerAddresses.Parse(Environment.GetEnvironmentVariable("SORA_WORKERS") ?? "")
        ?? throw new InvalidDataException($"SORA_WORKERS must be {WorkerAddresses.Accepted}.");

    private static RemoteOptions Remotes()
    {
        try
        {
            var ring = Environment.GetEnvironmentVariable("SORA_REMOTE_KEYS") is { Length: > 0 } keys
                ? KeyRing.Parse(keys) ?? throw new InvalidDataException($"SORA_REMOTE_KEYS must be {RemoteOptions.AcceptedRing}.")
                : null;
            return new RemoteOptions(RemoteOptions.ReadServers(Environment.GetEnvironmentVariable("SORA_REMOTES")), ring);
        }
        catch (RequestException fault)
        {
            throw new InvalidDataException($"SORA_REMOTES can't be used. {string.Join(' ', fault.Errors.Select(error => error.Message))}", fault);
        }
    }

    private static PriceTable Prices()
    {
        try
        {
            return PriceTable.Read(Environment.GetEnvironmentVariable("SORA_PRICES"));
        }
        catch (RequestException fault)
        {
            throw new InvalidDataException($"SORA_PRICES can't be used. {string.Join(' ', fault.Errors.Select(error => error.Message))}", fault);
        }
    }

    private static ModerationPolicy Moderation()
    {
        try
        {
            return ModerationPolicy.Read(Environment.GetEnvironmentVariable("SORA_MODERATION"));
        }
        catch (RequestException fault)
        {
            throw new InvalidDataException($"SORA_MODERATION can't be used. {string.Join(' ', fault.Errors.Select(error => error.Message))}", fault);
        }
    }

    private static ShopifyOptions Shopify()
    {
        try
        {
            var app = ShopifyOptions.Read(Environment.GetEnvironmentVariable("SORA_SHOPIFY_CLIENT_ID"), Environment.GetEnvironmentVariable("SORA_SHOPIFY_SECRETS"));
            return Environment.GetEnvironmentVariable("SORA_SHOPIFY_SHOPS_AT") is { Length: > 0 } root ? app with { ShopsAt = new Uri(root) } : app;
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"SORA_SHOPIFY_CLIENT_ID and SORA_SHOPIFY_SECRETS can't be used. {fault.Message}", fault);
        }
    }

    private static ModelServer Model(string name)
    {
        try
        {
            return ModelServer.Read(
                Environment.GetEnvironmentVariable($"{name}_URL"), Environment.GetEnvironmentVariable($"{name}_MODEL"), Environment.GetEnvironmentVariable($"{name}_KEY"));
        }
        catch (FormatException fault)
        {
            throw new InvalidDataException($"{name}_URL and {name}_MODEL can't be used. {fault.Message}", fault);
        }
    }

    private static Uri? FromEnvironment() =>
        Environment.GetEnvironmentVariable("SORA_WORKER") is { Length: > 0 } address ? new Uri(address) : null;

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError("--worker must be an absolute http or https address, such as http://127.0.0.1:8090");
        return null;
    }
}
