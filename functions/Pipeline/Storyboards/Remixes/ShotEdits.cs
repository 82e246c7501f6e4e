using SoraFunctions.Contract.Storyboards;
using SoraFunctions.Pipeline.Storyboards.Plans;

namespace SoraFunctions.Pipeline.Storyboards.Remixes;

/// <summary>Changes of what shots show and how they are filmed.</summary>
internal static class ShotEdits
{
    /// <summary>Applies what an instruction says about place, light, camera, deed and words; returns whether anything changed.</summary>
    public static bool Apply(Revision revision, Instruction instruction)
    {
        var step = instruction.Step;
        var from = instruction.From;
        var changed = revision.Edit(revision.Some(instruction), shot =>
            from?.Setting is { } old && shot.Setting != old ? shot : shot with
            {
                Setting = step.Setting ?? shot.Setting,
                Light = step.Light ?? shot.Light,
                Atmosphere = step.Atmosphere ?? shot.Atmosphere,
            });
        changed |= Camera(revision, instruction);
        changed |= step.Deed is { } deed && DeedEdits.Apply(revision, Actor(revision, instruction), deed);
        changed |= step.Transition is { } kind && revision.Edit(
            revision.Some(instruction).Where(i => i > 0),
            shot => shot with { Transition = kind == TransitionKind.Cut ? new Transition() : new Transition(kind, Math.Min(0.4m, shot.Seconds / 2)) });
        return changed | Words(revision, instruction);
    }

    /// <summary>Makes the first shot another scene.</summary>
    public static bool NewScene(Revision revision, Instruction instruction)
    {
        var ids = instruction.Step.Subjects
            .Select(wish => (!wish.Described ? CastEdits.Meant(revision.Board, wish)?.Id : null) ?? CastEdits.Cast(revision, wish))
            .Distinct().Take(8).ToArray();
        revision.Edit([0], shot => Filmed(shot with { Subjects = ids }, instruction.Step));
        if (instruction.Step.Deed is { } deed)
        {
            DeedEdits.Apply(revision, 0, deed);
        }

        revision.Warnings.Add($"'{instruction.Text}' reads like a scene of its own; it became the first shot.");
        return true;
    }

    private static Shot Filmed(Shot shot, Briefs.Step step) => shot with
    {
        Action = DeedEdits.Possible(step.Deed ?? shot.Action, shot),
        Setting = step.Setting ?? shot.Setting,
        Light = step.Light ?? shot.Light,
        Atmosphere = step.Atmosphere,
        Camera = Aimed(shot.Camera, step),
        Caption = step.Caption ?? shot.Caption,
    };

    private static bool Camera(Revision revision, Instruction instruction)
    {
        var step = instruction.Step;
        if (step is { Move: null, Framing: null, Elevation: null, Aperture: null })
        {
            return false;
        }

        // A camera that stands still may do so everywhere; one move everywhere would tire.
        var everywhere = instruction.Shot is null && step is { Move: CameraMove.Still or null, Framing: null };
        if (instruction.Shot is null && !everywhere && revision.Board.Shots.Count > 1)
        {
            revision.Warnings.Add("The camera was changed in the first shot; name a shot, such as 'shot 2', to change another.");
        }

        return revision.Edit(
            everywhere ? revision.Some(instruction) : [Revision.One(instruction)],
            shot => shot with { Camera = Aimed(shot.Camera, step) });
    }

    private static Camera Aimed(Camera camera, Briefs.Step step) => camera with
    {
        Move = step.Move ?? camera.Move,
        Framing = step.Framing ?? camera.Framing,
        Lens = step.Framing is { } framing && framing != camera.Framing ? Variety.LensFor(framing) : camera.Lens,
        Elevation = step.Elevation ?? camera.Elevation,
        Aperture = step.Aperture ?? camera.Aperture,
    };

    private static int Actor(Revision revision, Instruction instruction)
    {
        if (instruction.Shot is { } named)
        {
            return named;
        }

        var acting = revision.Board.Shots.ToList().FindIndex(shot => shot.Action != Deed.Stand);
        return Math.Max(acting, 0);
    }

    private static bool Words(Revision revision, Instruction instruction)
    {
        var (step, whole) = (instruction.Step, instruction.Whole);
        var changed = false;
        if (step.Caption is { Text.Length: <= 120 } caption)
        {
            var captioned = revision.Board.Shots.ToList().FindIndex(shot => shot.Caption is not null);
            var which = instruction.Shot ?? Math.Max(captioned, 0);
            changed |= caption.Role == CaptionRole.Price && revision.Board.EndCard is { } priced
                ? Card(revision, priced with { Price = caption.Text })
                : revision.Edit([which], shot => shot with { Caption = caption with { Role = shot.Caption?.Role ?? caption.Role } });
        }

        if (step.Line is { Length: <= 500 } line)
        {
            changed |= revision.Edit([Revision.One(instruction)], shot => shot with { Line = line });
        }

        if (!whole.Captions)
        {
            changed |= revision.Edit(revision.Some(instruction), shot => shot with { Caption = null });
        }

        if ((!whole.EndCard || (!whole.Captions && instruction.Shot is null)) && revision.Board.EndCard is not null)
        {
            changed |= Card(revision, null);
        }

        if (whole.CallToAction is { Length: <= 40 } call && revision.Board.EndCard is { } card)
        {
            changed |= Card(revision, card with { CallToAction = call });
        }

        return changed;
    }

    private static bool Card(Revision revision, EndCard? card)
    {
        if (revision.Board.EndCard == card)
        {
            return false;
        }

        revision.Board = revision.Board with { EndCard = card };
        return true;
    }
}
