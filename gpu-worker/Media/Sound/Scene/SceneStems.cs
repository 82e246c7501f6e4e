namespace SoraFunctions.Media.Sound.Scene;

/// <summary>What a video's scenes sound like, as two stems of the video's length that are mixed by whoever mixes it.</summary>
/// <param name="Effects">What bodies, water and air do, in its room; silent where the plan wants no effects.</param>
/// <param name="Ambience">The places themselves; silent where the plan wants no room tone.</param>
internal sealed record SceneStems(StereoTrack Effects, StereoTrack Ambience);
