using SoraFunctions.Models.Catalog;
using SoraFunctions.Models.Faces;
using SoraFunctions.Models.Pictures;
using SoraFunctions.Models.Tests.Catalog;
using SoraFunctions.Models.Tests.Pictures;

namespace SoraFunctions.Models.Tests.Faces;

public class FaceTests
{
    private static readonly CharacterConsent _consent = new("character-1", "grant-1");

    private readonly FaceDetector _detector = new(InstalledModels.Sessions);
    private readonly FaceDescriber _describer = new(InstalledModels.Sessions);

    /// <summary>Where the middle of each person's eyes is, checked by eye, in thousandths of the picture's width and height.</summary>
    [Theory]
    [InlineData(1, new[] { 252, 361, 474, 414, 827, 250 })]
    [InlineData(6, new[] { 190, 390, 389, 296, 664, 278, 818, 250 })]
    public async Task Faces_are_found_where_they_are(int photo, int[] eyes)
    {
        var picture = await SamplePhotos.Read(photo);
        var faces = _detector.Find(picture.View).Faces.OrderBy(face => face.Centre.X).ToList();
        Assert.Equal(eyes.Length / 2, faces.Count);
        foreach (var (index, face) in faces.Index())
        {
            var middle = (face.LeftEye + face.RightEye) / 2;
            Assert.Equal(eyes[2 * index] / 1000f, middle.X / picture.Width, 0.02f);
            Assert.Equal(eyes[2 * index + 1] / 1000f, middle.Y / picture.Height, 0.02f);
            Assert.True(face.RightEye.X < face.LeftEye.X && face.Mouth.Y > middle.Y);
        }
    }

    [Fact]
    public void Where_there_are_no_faces_none_is_found()
    {
        var found = _detector.Find(PatternPicture.Make(320, 180).View);
        Assert.Null(found.Problem);
        Assert.Empty(found.Faces);
    }

    [Fact]
    public async Task A_face_is_like_itself_mirrored_and_unlike_others()
    {
        var photo = await SamplePhotos.Read(3);
        var mirrored = Mirrored(photo);
        var faces = Described(photo).ToList();
        var twins = Described(mirrored).Reverse().ToList();
        Assert.Equal((3, 3), (faces.Count, twins.Count));
        foreach (var (index, face) in faces.Index())
            foreach (var (other, twin) in twins.Index())
                if (index == other)
                    Assert.InRange(face.LikenessTo(twin), FaceDescriptor.SamePerson, 1);
                else
                    Assert.InRange(face.LikenessTo(twin), 0, FaceDescriptor.SamePerson);
    }

    [Theory]
    [InlineData("", "grant")]
    [InlineData("character", " ")]
    public void A_consent_names_the_character_and_the_record(string character, string grant) =>
        Assert.Throws<ArgumentException>(() => new CharacterConsent(character, grant));

    [Fact]
    public void Without_consent_no_face_is_described() =>
        Assert.Throws<ArgumentNullException>(() => _describer.Describe(PatternPicture.Make(64, 64).View, new(new(32, 32), 20, 20, 1, default, default, default, default), null!));

    [Fact]
    public void A_descriptor_carries_the_consent_that_covers_it()
    {
        var face = new Face(new(32, 32), 30, 30, 1, new(26, 28), new(38, 28), new(32, 34), new(32, 42));
        Assert.Equal(_consent, _describer.Describe(PatternPicture.Make(64, 64).View, face, _consent).Consent);
    }

    [Fact]
    public void Without_the_models_it_says_so()
    {
        Assert.Contains("face-detection is not installed", new FaceDetector(InstalledModels.None).Find(PatternPicture.Make(64, 64).View).Problem);
        var face = new Face(new(32, 32), 30, 30, 1, new(26, 28), new(38, 28), new(32, 34), new(32, 42));
        Assert.Contains("face-description is not installed", Assert.Throws<HelperModelException>(() =>
            new FaceDescriber(InstalledModels.None).Describe(PatternPicture.Make(64, 64).View, face, _consent)).Message);
    }

    private IEnumerable<FaceDescriptor> Described(RgbPicture picture) => _detector.Find(picture.View).Faces
        .OrderBy(face => face.Centre.X).Select(face => _describer.Describe(picture.View, face, _consent)).ToList();

    private static RgbPicture Mirrored(RgbPicture picture)
    {
        var pixels = new byte[picture.Pixels.Length];
        for (var y = 0; y < picture.Height; y++)
            for (var x = 0; x < picture.Width; x++)
                picture.Pixels.AsSpan((y * picture.Width + x) * 3, 3).CopyTo(pixels.AsSpan((y * picture.Width + picture.Width - 1 - x) * 3));
        return new(picture.Width, picture.Height, pixels);
    }
}
