using System.Globalization;
using System.Net;
using System.Text.Json;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Fuzz;
using SoraFunctions.Fuzz.Corpus;
using SoraFunctions.Fuzz.Targets;

namespace SoraFunctions.Api.Tests.Verify;

/// <summary>Mutated files sent to the endpoint; <c>SORA_FUZZ</c> says how many, for longer runs.</summary>
public sealed class VerifyFuzzTests
{
    private const int LongestAnswer = 256 << 10;

    [Fact]
    public async Task Endpoint_answers_every_mutation_with_a_verdict_of_bounded_size()
    {
        var executions = long.Parse(Environment.GetEnvironmentVariable("SORA_FUZZ") ?? "1000", CultureInfo.InvariantCulture);
        await using var host = await ApiHost.Start(new ApiOptions { VerificationsPerMinute = int.MaxValue });
        var files = new SmallFiles();
        FuzzTarget[] targets = [Target("video", files.Videos, host), Target("picture", files.Pictures, host)];

        var findings = new FuzzRun(targets, seed: 20261123).Run(executions);

        Assert.True(findings.Count == 0, string.Join("\n", findings.Select(one => $"{one.Target}: {one.Problem}")));
    }

    private static FuzzTarget Target(string name, IReadOnlyList<byte[]> corpus, ApiHost host) => new(name, corpus, bytes =>
    {
        using var answer = host.Client.PostAsync("/v1/verify", VerifyTests.Raw(bytes, "application/octet-stream")).GetAwaiter().GetResult();
        var text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        if (bytes.Length == 0)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(text.Length, 1, LongestAnswer);
        Assert.NotEmpty(JsonElement.Parse(text).GetProperty("verdict").GetString()!);
    });
}
