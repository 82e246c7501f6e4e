using System.Net;
using System.Security.Cryptography;
using SoraFunctions.Api.Tests.Hosting;
using SoraFunctions.Pipeline.Json;
using SoraFunctions.Pipeline.Requests;
using SoraFunctions.Pipeline.Storage;
using SoraFunctions.Pipeline.Tests.ProductModels;
using SoraFunctions.Pipeline.Videos;

namespace SoraFunctions.Api.Tests.Requests;

/// <summary>A 3-D model of a product, from wherever it comes.</summary>
public sealed class ProductModelTests : IAsyncLifetime
{
    private ApiHost _host = null!;

    public async Task InitializeAsync() => _host = await ApiHost.Start(new ApiOptions { AllowLocalNetwork = true });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Model_comes_as_a_data_url()
    {
        var file = Glb.Of(Pictures.Png());

        await _host.Client.PostJson("/v1/ads", Order(Glb.DataUrl(file)));

        await Stored(file);
    }

    [Fact]
    public async Task Model_comes_from_an_address()
    {
        var file = Glb.Of();
        await using var receiver = await Receiver.Start(http => http.Response.Body.WriteAsync(file).AsTask());

        await _host.Client.PostJson("/v1/ads", Order($"{receiver.Url}/cup.glb"));

        await Stored(file);
    }

    [Fact]
    public async Task Model_and_pictures_come_as_files_of_a_form()
    {
        var file = Glb.Of(Pictures.Png());
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Cup"), "product[title]" },
            { new ByteArrayContent(file), "product[model]", "cup.glb" },
            { new ByteArrayContent(Pictures.Png(20, 30)), "product[images][0]", "cup.png" },
        };

        using var answer = await _host.Client.PostAsync("/v1/ads", form);

        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal(30, Assert.Single((await Stored(file)).Pictures).Height);
    }

    [Theory]
    [InlineData("data:model/gltf-binary;base64,AAAA", "invalid_model")]
    [InlineData("data:text/plain,hello", "invalid_model")]
    [InlineData("cup.glb", "invalid_value")]
    [InlineData("http://no.such.host.invalid/cup.glb", "unreachable_model")]
    public async Task Model_that_is_none_is_refused_and_nothing_is_stored(string source, string code)
    {
        using var answer = await _host.Client.SendJson("/v1/ads", Order(source));

        var error = await answer.Error(HttpStatusCode.BadRequest);
        Assert.Equal(("product.model", code), (error.Text("param"), error.Text("code")));
        Assert.Empty(_host.Blobs.Paths);
    }

    [Fact]
    public async Task Form_model_without_a_model_is_refused()
    {
        using var answer = await _host.Client.SendJson("/v1/ads", """{"product":{"title":"Cup","form":"model"}}""");

        Assert.Equal("product.model", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));
    }

    [Fact]
    public async Task Storyboard_may_show_the_model_that_came_with_it_and_no_other()
    {
        var file = Glb.Of();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));

        await _host.Client.PostJson("/v1/ads", Filmed(hash));
        using var answer = await _host.Client.SendJson("/v1/ads", Filmed(new string('a', 64)));

        Assert.Equal("storyboard.cast[0].model", (await answer.Error(HttpStatusCode.BadRequest)).Text("param"));

        string Filmed(string model) => $$$"""
            {"product":{"title":"Cup","model":"{{{Glb.DataUrl(file)}}}"},
             "storyboard":{"title":"t","cast":[{"id":"a","name":"A","form":"model","model":"{{{model}}}"}],"shots":[{"id":"one","seconds":4,"subjects":["a"]}]}}
            """;
    }

    private static string Order(string model) => $$$"""{"product":{"title":"Cup","model":"{{{model}}}"}}""";

    private async Task<ProductBrief> Stored(byte[] file)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        var order = (VideoOrder)Assert.Single(_host.Orchestrations.Started).Value!;
        var tenant = new TenantBlobs(_host.Blobs, order.Tenant);
        var product = (await tenant.GetJson(order.Request, PipelineJson.Default.VideoRequest, default)).Product!;
        Assert.Equal((tenant.PathOf(hash), "model/gltf-binary"), (product.Model!.Blob.Path, product.Model.Blob.MediaType));
        Assert.Contains(product.Model.Blob.Path, _host.Blobs.Paths);
        return product;
    }
}
