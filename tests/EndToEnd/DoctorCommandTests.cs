using System.Text.RegularExpressions;

namespace SoraFunctions.EndToEnd.Tests;

/// <summary><c>sora doctor</c> as a user types it.</summary>
public sealed class DoctorCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sora-doctor-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_engine_is_listed_with_what_it_runs_on_and_remotes_without_their_keys()
    {
        var (code, output) = await Run("""[{"name":"remote-gpu","url":"https://gpu.example.com/v1","key":"sk-operator-secret-key","price_per_second_usd":0.25}]""");
        Assert.True(code == 0, output);
        Assert.Contains("engine world", output, StringComparison.Ordinal);
        Assert.Contains("on cpu", output, StringComparison.Ordinal);
        Assert.Contains("engine remote-gpu", output, StringComparison.Ordinal);
        Assert.Contains("0.25 USD a second", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_setting_is_said_in_a_sentence_without_the_key()
    {
        var (code, output) = await Run("""[{"url":"gpu","key":"sk-operator-secret-key"}]""");
        Assert.Equal(1, code);
        Assert.StartsWith("sora: SORA_REMOTES can't be used. url must be", output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_packages_in_a_store_are_named_and_not_fetched()
    {
        var package = Directory.CreateDirectory(Path.Combine(_folder, "store", "packages", "painter"));
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "sha256sums"), "");
        var (code, output) = await Run("[]", $"painter={Path.Combine(_folder, "store")}#packages/painter");
        Assert.True(code == 0, output);
        Assert.Contains("model package painter not yet fetched when the service starts", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "data")));
    }

    private async Task<(int Code, string Output)> Run(string remotes, string packages = "")
    {
        var settings = new Dictionary<string, string> { ["SORA_REMOTES"] = remotes, ["SORA_MODEL_PACKAGES"] = packages };
        using var process = Sora.Start("sora.dll", _folder, settings, "doctor", "--data", "data");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, Regex.Replace($"{await output}{await error}", @"[│\s]+", " "));
    }
}
