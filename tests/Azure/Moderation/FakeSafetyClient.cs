using System.Text.Json;
using Azure;
using Azure.AI.ContentSafety;
using SoraFunctions.Azure.Tests.Hosting;

namespace SoraFunctions.Azure.Tests.Moderation;

/// <summary>The SDK's client, which asks a service in memory what it would have asked over the wire.</summary>
internal sealed class FakeSafetyClient(FakeRest service) : ContentSafetyClient
{
    public override Task<Response<AnalyzeTextResult>> AnalyzeTextAsync(
        AnalyzeTextOptions options, CancellationToken cancellationToken = default)
    {
        var answer = Ask("text:analyze", new { text = options.Text, outputType = options.OutputType?.ToString() });
        return Task.FromResult(Response.FromValue(
            ContentSafetyModelFactory.AnalyzeTextResult(categoriesAnalysis: answer.Select(one =>
                ContentSafetyModelFactory.TextCategoriesAnalysis(one.Category, one.Severity))),
            null!));
    }

    public override Task<Response<AnalyzeImageResult>> AnalyzeImageAsync(
        AnalyzeImageOptions options, CancellationToken cancellationToken = default)
    {
        var answer = Ask("image:analyze", new { image = new { content = options.Image.Content.ToArray() }, outputType = options.OutputType?.ToString() });
        return Task.FromResult(Response.FromValue(
            ContentSafetyModelFactory.AnalyzeImageResult(answer.Select(one =>
                ContentSafetyModelFactory.ImageCategoriesAnalysis(one.Category, one.Severity))),
            null!));
    }

    private (string Category, int Severity)[] Ask<T>(string operation, T body)
    {
        var (status, answer) = service.Ask(new FakeRest.Asked(
            "POST",
            $"https://safety.example/contentsafety/{operation}?api-version=2023-10-01",
            null,
            JsonSerializer.SerializeToElement(body)));
        return status == 200
            ? [.. JsonDocument.Parse(answer).RootElement.GetProperty("categoriesAnalysis").EnumerateArray()
                .Select(one => (one.GetProperty("category").GetString()!, one.GetProperty("severity").GetInt32()))]
            : throw new RequestFailedException(status, "refused");
    }
}
