using SoraFunctions.Models.Diffusion.Families;
using SoraFunctions.Models.Diffusion.Latents;
using SoraFunctions.Models.Graphs;
using SoraFunctions.Models.Packages;
using SoraFunctions.Models.Tests.Diffusion.Tiny;

namespace SoraFunctions.Models.Tests.Diffusion;

public sealed class FamilyReaderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("ltx", "LTX-Video", PictureInput.CleanFrame, 17, 3)]
    [InlineData("wan", "Wan", PictureInput.None, 9, 3)]
    [InlineData("wan-first-picture", "Wan", PictureInput.MaskAndLatents, 10, 4)]
    [InlineData("wan-tokens", "Wan", PictureInput.CleanFrame, 81, 21)]
    [InlineData("cogvideox", "CogVideoX", PictureInput.None, 49, 13)]
    [InlineData("cogvideox-first-picture", "CogVideoX", PictureInput.Latents, 1, 1)]
    [InlineData("mochi", "Mochi", PictureInput.None, 85, 15)]
    [InlineData("animatediff", "AnimateDiff", PictureInput.None, 16, 16)]
    public void A_package_says_of_what_family_it_is(string name, string family, PictureInput pictures, int frames, int latentFrames)
    {
        var found = Read(TinyPackage.All[name]).Family!;
        Assert.Equal((family, pictures, latentFrames), (found.Name, found.Pictures, found.LatentFrames(frames)));
        Assert.True(found.Frames(latentFrames) >= frames && found.Frames(latentFrames - 1) < frames);
    }

    [Fact]
    public void Values_come_from_the_side_file_before_the_configs_before_what_is_known()
    {
        var family = Read(folder =>
        {
            TinyPackage.Mochi(folder);
            TinyPackage.Side(folder, 64, 48, 13, 24, """ "guidance_scale":2.5,"guidance_rescale":0.7,"negative_prompt":"bad","scaling_factor":0.5 """);
        }).Family!;
        Assert.Equal((2.5, 0.7, "bad", 0.5f), (family.Guidance.Scale, family.Guidance.Rescale, family.NegativePrompt, family.Statistics.Scale));
        Assert.Equal(new ClipRaster(64, 48, 13, 24), family.Raster);
        Assert.Equal(0.02f, family.Statistics.Means[1]);
        Assert.Equal(SigmaRule.LinearQuadratic, family.Sigmas);
    }

    [Fact]
    public void Without_a_side_file_a_family_has_its_published_values()
    {
        var family = Read(folder =>
        {
            TinyPackage.Wan(folder);
            File.Delete(Path.Combine(folder, FamilyReader.SideFile));
        }).Family!;
        Assert.Equal(new ClipRaster(832, 480, 81, 16), family.Raster);
        Assert.Equal((50, 5.0, 512, 16), (family.Steps, family.Guidance.Scale, family.Text.Length, family.SizeMultiple));
        Assert.Equal(new LatentShape(16, 21, 60, 104), family.Shape(832, 480, 81));
    }

    [Fact]
    public void A_graph_of_fixed_size_fixes_the_size()
    {
        var family = Read(folder =>
        {
            TinyPackage.Wan(folder);
            Save(folder, new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { Size = (3, 6, 8) });
        }).Family!;
        Assert.Equal(new FixedSize(3, 6, 8), family.Fixed);
    }

    [Fact]
    public void What_cannot_be_run_is_said_part_by_part()
    {
        Refused("model_index.json: the pipeline FluxPipeline is not known; known are AnimateDiffPipeline, ",
            folder => TinyPackage.Wan(folder), folder => TinyPackage.Text(folder, "model_index.json", """{"_class_name":"FluxPipeline"}"""));
        Refused("vae_decoder: neither sora.json nor its config.json gives latents_mean, 128 numbers that LTX-Video keeps among the weights of its VAE",
            TinyPackage.Ltx, folder => TinyPackage.Side(folder, 128, 96, 17, 25, $"\"latents_std\":[{string.Join(',', Enumerable.Repeat(1, 128))}]"));
        Refused("vae_decoder: its latents_std has 3 values for 12 channels",
            TinyPackage.Mochi, folder => TinyPackage.Side(folder, 64, 48, 13, 30, """ "latents_std":[1,2,3] """));
        Refused("transformer: its input hidden_states has 17 channels; with 16 channels of latents, 16, 32 and 36 can be fed",
            folder => TinyPackage.Wan(folder), folder => Save(folder, new TinyDenoiser(LatentLayout.ChannelsFirst, 16, Answer.Flow) { ExtraChannels = 1 }));
        Refused("vae_encoder: the transformer takes a first picture, and there is no part that encodes it",
            TinyPackage.WanFirstPicture, folder => Directory.Delete(Path.Combine(folder, "vae_encoder"), true));
        Refused("transformer: its input hidden_states has 3 dimensions; Wan's has 5",
            folder => TinyPackage.Wan(folder), folder => Save(folder, new TinyDenoiser(LatentLayout.Tokens, 16, Answer.Flow)));
        Refused("transformer: it joins frames into one token (patch_size_t), as CogVideoX 1.5 does, which is not known",
            folder => TinyPackage.CogVideoX(folder), folder => TinyPackage.Text(folder, "transformer/config.json", """{"patch_size":2,"patch_size_t":2}"""));
        Refused("vae_decoder: it was exported for one latent frame and without caches; two or more, or caches, are needed",
            folder => TinyPackage.Wan(folder), folder => TinyPackage.Save(TinyPackage.WanVae.Decoder((1, 6, 8)), folder, "vae_decoder"));
        const string wanted = "image_encoder: the transformer's input encoder_hidden_states_image wants what an image encoder (CLIP vision) gives as penultimate_hidden_state, and no part gives it";
        Refused(wanted, TinyPackage.WanImage, folder => Directory.Delete(Path.Combine(folder, "image_encoder"), true));
        Refused(wanted, TinyPackage.WanImage, folder => TinyPackage.Save(TinyPackage.ImageEncoder("last_hidden_state"), folder, "image_encoder"));
        Refused("sora.json: frame_rate is \"25\"; a number is meant",
            folder => TinyPackage.Wan(folder), folder => TinyPackage.Text(folder, "sora.json", """{"frame_rate":"25"}"""));
        Refused("text_encoder: its folder is missing",
            folder => TinyPackage.Wan(folder), folder =>
            {
                Directory.Delete(Path.Combine(folder, "text_encoder"), true);
                TinyPackage.Text(folder, "model_index.json", """{"_class_name":"WanPipeline","text_encoder":["transformers","UMT5EncoderModel"]}""");
            });
    }

    private void Refused(string reason, Action<string> make, Action<string> spoil)
    {
        var reading = Read(folder =>
        {
            make(folder);
            spoil(folder);
        });
        Assert.Null(reading.Family);
        Assert.StartsWith(reason, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    private FamilyReading Read(Action<string> make)
    {
        var folder = _temporary.File(Guid.NewGuid().ToString("N"));
        make(folder);
        return FamilyReader.Of(ModelPackage.Read(folder));
    }

    private static void Save(string folder, TinyDenoiser denoiser) => TinyPackage.Save(denoiser.Graph(), folder, "transformer");
}
