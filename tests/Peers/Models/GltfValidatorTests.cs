using SoraFunctions.Peers.Tests.Hosting;
using SoraFunctions.World.Tests.Gltf;

namespace SoraFunctions.Peers.Tests.Models;

/// <summary>The models that our reader is tested with are sound by Khronos's validator.</summary>
public sealed class GltfValidatorTests
{
    [PeerFact]
    public async Task Validator_finds_no_error_and_no_warning_in_our_samples()
    {
        var folder = Directory.CreateTempSubdirectory("models");
        try
        {
            foreach (var (name, sample) in Samples.All)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".glb"), sample().Glb());
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".gltf"), sample().Gltf());
            }

            var found = await Script.Run("gltf/validate.mjs", ("SORA_MODELS", folder.FullName));
            Assert.Equal(2 * Samples.All.Count, found.EnumerateObject().Count());
            Assert.All(found.EnumerateObject(), file => Assert.Equal("[]", file.Value.ToString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
