using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SoraFunctions.Azure.Signing;
using SoraFunctions.Pipeline.ModelServers;
using SoraFunctions.Pipeline.Moderation;
using SoraFunctions.Pipeline.Remotes.Servers;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Shops;
using SoraFunctions.Pipeline.Usage;
using SoraFunctions.Pipeline.Watermarks;
using SoraFunctions.Pipeline.Workers;
using SoraFunctions.Provenance.Watermarks;

namespace SoraFunctions.Azure.Hosting;

/// <summary>Reads settings and gathers what is wrong with them, so that one start tells everything.</summary>
internal sealed partial class SettingReader(IConfiguration configuration)
{
    private static readonly Uri _nowhere = new("https://invalid.invalid");

    private readonly List<string> _faults = [];

    /// <summary>A setting that may be left out.</summary>
    public string? Optional(string name) => configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>A setting that is off where it is left out.</summary>
    public bool Switch(string name) => Optional(name) switch
    {
        null => false,
        var text when bool.TryParse(text, out var on) => on,
        var text => Bad(name, text, "true or false", false),
    };

    /// <summary>An absolute http or https address.</summary>
    public Uri Address(string name, string example, bool secure = false)
    {
        var accepted = $"{(secure ? "an https address" : "an absolute http or https address")} such as {example}";
        var text = Optional(name);
        return text is null ? Missing(name, accepted, _nowhere)
            : Parsed(text, secure) is { } address ? address
            : Bad(name, text, accepted, _nowhere);
    }

    /// <summary>An https address; null for the word none. Never left out: what protects callers is not switched off by silence.</summary>
    public Uri? AddressOrNone(string name, string example) => Optional(name) switch
    {
        null => Missing(name, $"an https address such as {example}, or the word none to do without it", (Uri?)null),
        var text when text.Equals("none", StringComparison.OrdinalIgnoreCase) => null,
        _ => Address(name, example, secure: true),
    };

    /// <summary>Name of a blob container.</summary>
    public string Container(string name, string otherwise) => Optional(name) is not { } text || ContainerName().IsMatch(text)
        ? Optional(name) ?? otherwise
        : Bad(name, text, "3 to 63 characters of a-z, 0-9 and single '-'", otherwise);

    /// <summary>A text of limited length.</summary>
    public string Text(string name, int longest, string otherwise) => Optional(name) is not { } text || text.Length <= longest
        ? Optional(name) ?? otherwise
        : Bad(name, text, $"at most {longest} characters", otherwise);

    /// <summary>A connection string of PostgreSQL. Its value is never repeated: it may hold a password.</summary>
    public string Database(string name)
    {
        const string Accepted = "a connection string such as Host=name.postgres.database.azure.com;Database=sora;Username=identity";
        if (Optional(name) is not { } text)
        {
            return Missing(name, Accepted, "");
        }

        try
        {
            var parts = new NpgsqlConnectionStringBuilder(text);
            return parts is { Host.Length: > 0, Database.Length: > 0, Username.Length: > 0 } ? text : Bad(name, null, Accepted, "");
        }
        catch (ArgumentException)
        {
            return Bad(name, null, Accepted, "");
        }
    }

    /// <summary>Address of a key in a vault.</summary>
    public Uri Key(string name)
    {
        const string Accepted = "a key's address such as https://vault.vault.azure.net/keys/signing, with or without a version";
        var text = Optional(name);
        return text is null ? Missing(name, Accepted, _nowhere)
            : Parsed(text, secure: true) is { } address && KeyPath().IsMatch(address.AbsolutePath) ? address
            : Bad(name, text, Accepted, _nowhere);
    }

    /// <summary>Certificates in PEM. App settings are one line, so \n may stand for a line's end.</summary>
    public string? Certificates(string name)
    {
        if (Optional(name)?.Replace("\\n", "\n", StringComparison.Ordinal) is not { } text)
        {
            return null;
        }

        try
        {
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(text);
            return chain.Count > 0 ? text : Bad(name, null, "certificates in PEM, the signing one first", (string?)null);
        }
        catch (CryptographicException)
        {
            return Bad(name, null, "certificates in PEM, the signing one first", (string?)null);
        }
    }

    /// <summary>Remotes, and the ring that tenants' keys are sealed with. Neither value is ever repeated: both hold keys.</summary>
    public PriceTable Prices(string name)
    {
        try
        {
            return PriceTable.Read(Optional(name));
        }
        catch (RequestException fault)
        {
            return Bad(name, null, $"{PriceTable.Accepted} ({string.Join(' ', fault.Errors.Select(error => error.Message)).TrimEnd('.')})", PriceTable.Free);
        }
    }

    public ModerationPolicy Moderation(string name)
    {
        try
        {
            return ModerationPolicy.Read(Optional(name));
        }
        catch (RequestException fault)
        {
            return Bad(name, null, $"{ModerationPolicy.Accepted} ({string.Join(' ', fault.Errors.Select(error => error.Message)).TrimEnd('.')})", ModerationPolicy.None);
        }
    }

    public RemoteOptions Remotes(string servers, string keys)
    {
        var ring = Optional(keys) is { } text
            ? KeyRing.Parse(text) ?? Bad(keys, null, RemoteOptions.AcceptedRing, (KeyRing?)null)
            : null;
        try
        {
            return new RemoteOptions(RemoteOptions.ReadServers(Optional(servers)), ring);
        }
        catch (RequestException fault)
        {
            var said = string.Join(' ', fault.Errors.Select(error => error.Message));
            return Bad(servers, null, $"{RemoteOptions.AcceptedServers} ({said.TrimEnd('.')})", RemoteOptions.None);
        }
    }

    /// <summary>Addresses of workers by engine; none when left out.</summary>
    public IReadOnlyDictionary<string, Uri> Workers(string name) => Optional(name) is not { } text
        ? new Dictionary<string, Uri>()
        : WorkerAddresses.Parse(text) ?? Bad(name, text, WorkerAddresses.Accepted, new Dictionary<string, Uri>());

    /// <summary>The app at Shopify's; none when left out. Its secrets are never repeated.</summary>
    public ShopifyOptions Shopify(string clientId, string secrets)
    {
        try
        {
            return ShopifyOptions.Read(Optional(clientId), Optional(secrets));
        }
        catch (FormatException)
        {
            return Bad(secrets, null, $"{ShopifyOptions.AcceptedSecrets}, and go with {clientId}", ShopifyOptions.None);
        }
    }

    /// <summary>A model at a server; none when left out. Its key is never repeated.</summary>
    public ModelServer Model(string url, string model, string key)
    {
        try
        {
            return ModelServer.Read(Optional(url), Optional(model), Optional(key));
        }
        catch (FormatException)
        {
            return Bad(url, Optional(url), $"{ModelServer.Accepted} ({model})", ModelServer.None);
        }
    }

    /// <summary>Signing keys of tenants; none when left out.</summary>
    public IReadOnlyDictionary<string, TenantKey> TenantKeys(string name) => Optional(name) is not { } text
        ? new Dictionary<string, TenantKey>()
        : TenantKey.Parse(text) ?? Bad(name, null, TenantKey.Accepted, new Dictionary<string, TenantKey>());

    /// <summary>What videos are marked with; without it they are not. It is never repeated.</summary>
    public Watermarking Watermarks(string name)
    {
        if (Optional(name) is not { } text)
        {
            return Watermarking.None;
        }

        var secret = new byte[text.Length];
        return Convert.TryFromBase64String(text, secret, out var length) && length >= 16
            ? new Watermarking(new WatermarkKey(secret.AsSpan(0, length)))
            : Bad(name, null, "at least 16 random bytes in base64", Watermarking.None);
    }

    /// <summary>Fails if anything was wrong.</summary>
    /// <exception cref="InvalidDataException">Names every setting that was.</exception>
    public void Finish()
    {
        if (_faults.Count > 0)
        {
            throw new InvalidDataException($"The service can't start with these settings. {string.Join(' ', _faults)}");
        }
    }

    private static Uri? Parsed(string text, bool secure) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (!secure && address.Scheme == Uri.UriSchemeHttp))
            ? address
            : null;

    private T Missing<T>(string name, string accepted, T nothing)
    {
        _faults.Add($"{name} is missing: set it to {accepted}.");
        return nothing;
    }

    private T Bad<T>(string name, string? text, string accepted, T nothing)
    {
        _faults.Add($"{name} must be {accepted}{(text is null ? "" : $", not '{text}'")}.");
        return nothing;
    }

    [GeneratedRegex(@"\A(?=.{3,63}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex ContainerName();

    [GeneratedRegex(@"\A/keys/[A-Za-z0-9-]{1,127}(/[0-9a-f]{32})?/?\z")]
    private static partial Regex KeyPath();
}
