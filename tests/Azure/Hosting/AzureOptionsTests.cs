using Microsoft.Extensions.Configuration;
using SoraFunctions.Azure.Hosting;

namespace SoraFunctions.Azure.Tests.Hosting;

public sealed class AzureOptionsTests
{
    private static readonly Dictionary<string, string?> _least = new()
    {
        ["SORA_PUBLIC_URL"] = "https://video.example.com",
        ["SORA_BLOBS_URL"] = "https://account.blob.core.windows.net",
        ["SORA_DATABASE"] = "Host=db.example.com;Database=sora;Username=identity",
        ["SORA_CONTENT_SAFETY_URL"] = "https://safety.cognitiveservices.azure.com",
        ["SORA_SIGNING_KEY_URL"] = "https://vault.vault.azure.net/keys/signing",
        ["SORA_WORKER_URL"] = "https://worker.internal.example.com",
    };

    [Fact]
    public void Six_settings_are_enough()
    {
        var options = Read();

        Assert.Equal(new Uri("https://video.example.com"), options.PublicUrl);
        Assert.Equal(("videos", "manifests", "signing"), (options.BlobsContainer, options.ManifestsContainer, options.SigningContainer));
        Assert.Null(options.IdentityClientId);
        Assert.Null(options.WorkerToken);
    }

    [Fact]
    public void All_that_is_missing_is_named_at_once_with_what_would_be_accepted()
    {
        var error = Assert.Throws<InvalidDataException>(() => AzureOptions.Read(new ConfigurationBuilder().Build()));

        Assert.All(_least.Keys, name => Assert.Contains($"{name} is missing: set it to ", error.Message));
        Assert.Contains("such as https://vault.vault.azure.net/keys/signing", error.Message);
    }

    [Theory]
    [InlineData("SORA_PUBLIC_URL", "video.example.com", "an absolute http or https address")]
    [InlineData("SORA_BLOBS_URL", "http://account.blob.core.windows.net", "an https address")]
    [InlineData("SORA_BLOBS_CONTAINER", "My Videos", "3 to 63 characters of a-z")]
    [InlineData("SORA_SIGNING_KEY_URL", "https://vault.vault.azure.net/secrets/signing", "a key's address")]
    [InlineData("SORA_SIGNING_CERTIFICATES", "no PEM", "certificates in PEM")]
    [InlineData("SORA_CONTENT_SAFETY_URL", "off", "an https address")]
    [InlineData("SORA_WORKER_URL", "ftp://worker", "an absolute http or https address")]
    [InlineData("SORA_WORKERS", "ltx-video=gpu", "engines and the address of the worker that has them")]
    [InlineData("SORA_ORGANISATION", "An organisation with a name that is much too long", "at most 45 characters")]
    public void A_bad_setting_is_named_with_what_would_be_accepted(string name, string value, string accepted)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read((name, value)));

        Assert.StartsWith($"The service can't start with these settings. {name} must be {accepted}", error.Message);
    }

    [Theory]
    [InlineData("Host=db;Username=u;Password=hush")]
    [InlineData("nonsense hush")]
    [InlineData("Host=db;Database=sora;Username=u;Colour=hush")]
    public void A_bad_connection_string_is_not_repeated(string value)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read(("SORA_DATABASE", value)));

        Assert.Contains("SORA_DATABASE must be a connection string such as", error.Message);
        Assert.DoesNotContain("hush", error.Message);
    }

    [Fact]
    public void Only_the_word_none_switches_content_safety_off() =>
        Assert.Null(Read(("SORA_CONTENT_SAFETY_URL", "none")).ContentSafetyUrl);

    private static AzureOptions Read(params (string Name, string Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_least);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return AzureOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
    }
}
