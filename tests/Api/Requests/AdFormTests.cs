using System.Net;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Contract.Renders;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>An ad that is ordered with a form and brings its files along.</summary>
public sealed class AdFormTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start(new ApiOptions());

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Pictures_that_shots_are_made_after_come_as_files_with_numbered_fields()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("A lake at dawn"), "prompt" },
            { new StringContent("first-frame"), "pictures[0][role]" },
            { new ByteArrayContent(Pictures.Png(20, 30)), "pictures[0][image]", "dawn.png" },
            { new StringContent("reference"), "pictures[1][role]" },
            { new StringContent("2"), "pictures[1][shot]" },
            { new ByteArrayContent(Pictures.Png(40, 20)), "pictures[1][image]", "lake.png" },
            { new StringContent("41"), "seed" },
            { new StringContent("false"), "clean_copy" },
            { new StringContent("web"), "channels[0]" },
            { new StringContent("tiktok-ad"), "channels[1]" },
        };

        var request = await Accepted(form);

        Assert.Equal(
            [(PictureRole.FirstFrame, null, 30), (PictureRole.Reference, 2, 20)],
            request.Guides!.Select(guide => (guide.Role, guide.Shot, guide.Picture.Height)));
        Assert.Equal(["web", "tiktok-ad"], request.Channels);
        Assert.Equal((41, false), (request.Seed, request.CleanCopy));
    }

    [Fact]
    public async Task Logo_comes_as_a_file()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("A lake at dawn"), "prompt" },
            { new StringContent("Lakeside"), "brand[name]" },
            { new ByteArrayContent(Pictures.Png(64, 32)), "brand[logo]", "logo.png" },
        };

        var logo = (await Accepted(form)).Brand!.Logo!;

        Assert.Equal((64, 32), (logo.Width, logo.Height));
    }

    public static TheoryData<string, string[], string[]> Faulty => new()
    {
        // A role without a picture, a picture without a role, a number left out, a logo without a brand.
        { "pictures[0].image", ["pictures[0][role]"], [] },
        { "pictures[0].role", [], ["pictures[0][image]"] },
        { "pictures", ["pictures[1][role]"], ["pictures[1][image]"] },
        { "brand.name", [], ["brand[logo]"] },
        { "pictures[8][image]", ["pictures[0][role]"], ["pictures[0][image]", "pictures[8][image]"] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task What_does_not_belong_together_is_refused_by_the_name_of_its_field(string param, string[] texts, string[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("A lake at dawn"), "prompt" } };
        foreach (var text in texts)
        {
            form.Add(new StringContent("reference"), text);
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(Pictures.Png(20, 30)), file, "one.png");
        }

        using var answer = await _host.Client.PostAsync("/v1/ads", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"param\":\"{param}\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_picture_is_not_both_a_file_and_an_address()
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("A lake at dawn"), "prompt" },
            { new StringContent("reference"), "pictures[0][role]" },
            { new StringContent("https://example.com/lake.png"), "pictures[0][image]" },
            { new ByteArrayContent(Pictures.Png(20, 30)), "pictures[0][image]", "one.png" },
        };

        using var answer = await _host.Client.PostAsync("/v1/ads", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("exactly one of a file", await answer.Content.ReadAsStringAsync());
    }

    private async Task<VideoRequest> Accepted(HttpContent form)
    {
        using var answer = await _host.Client.PostAsync("/v1/ads", form);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var order = (VideoOrder)_host.Orchestrations.Started.Last().Value!;
        return await new TenantBlobs(_host.Blobs, order.Tenant).GetJson(order.Request, PipelineJson.Default.VideoRequest, default);
    }
}
