using SoraFunctions.Models.CutOut;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.CutOut;

public class PeopleCutOutTests
{
    [Fact]
    public async Task People_are_cut_out_of_a_photograph()
    {
        var photo = await SamplePhotos.Read(3);
        var matte = new PeopleCutOut(InstalledModels.Sessions).Cut(photo.View).Matte!;
        Assert.Equal((photo.Width, photo.Height), (matte.Width, matte.Height));
        byte At(double across, double down) => matte.Alpha[(int)(down * matte.Height) * matte.Width + (int)(across * matte.Width)];
        Assert.All([At(0.37, 0.35), At(0.62, 0.3), At(0.83, 0.33), At(0.6, 0.6)], alpha => Assert.InRange(alpha, 230, 255));
        Assert.All([At(0.05, 0.1), At(0.5, 0.03), At(0.95, 0.1), At(0.15, 0.3)], alpha => Assert.InRange(alpha, 0, 25));
    }

    [Fact]
    public void Where_there_are_no_people_the_matte_is_empty()
    {
        var ramp = Enumerable.Range(0, 320 * 180 * 3).Select(i => (byte)(200 - i / 3 / 320)).ToArray();
        Assert.All(new PeopleCutOut(InstalledModels.Sessions).Cut(new(ramp, 320, 180)).Matte!.Alpha, alpha => Assert.InRange(alpha, 0, 10));
    }

    [Fact]
    public void Without_the_model_there_is_no_matte_but_a_reason() =>
        Assert.Contains("people-cut-out is not installed", new PeopleCutOut(InstalledModels.None).Cut(PatternPicture.Make(8, 8).View).Problem);
}
