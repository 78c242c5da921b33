/**
 * The names of the members of the typings' interfaces, so that the host can tell what Figma does not have from what the
 * host does not model. `+Name` takes in another interface. A test holds this against `@figma/plugin-typings`.
 */
const INTERFACES = {
  PluginDataMixin: `
    getPluginData setPluginData getPluginDataKeys getSharedPluginData setSharedPluginData
    getSharedPluginDataKeys`,
  DevResourcesMixin: `
    getDevResourcesAsync addDevResourceAsync editDevResourceAsync deleteDevResourceAsync
    setDevResourcePreviewAsync`,
  BaseNodeMixin: `
    +PluginDataMixin +DevResourcesMixin id parent name removed toString remove setRelaunchData
    getRelaunchData isAsset getCSSAsync getTopLevelFrame`,
  DocumentNode: `
    +BaseNodeMixin type children documentColorProfile appendChild insertChild findChildren findChild
    findAll findOne findAllWithCriteria findWidgetNodesByWidgetId`,
  ChildrenMixin: `
    children appendChild insertChild findChildren findChild findAll findOne findAllWithCriteria
    findWidgetNodesByWidgetId`,
  ExportMixin: 'exportSettings exportAsync',
  ExplicitVariableModesMixin:
    'explicitVariableModes clearExplicitVariableModeForCollection setExplicitVariableModeForCollection',
  MeasurementsMixin:
    'getMeasurements getMeasurementsForNode addMeasurement editMeasurement deleteMeasurement',
  PageNode: `
    +BaseNodeMixin +ChildrenMixin +ExportMixin +ExplicitVariableModesMixin +MeasurementsMixin type clone
    guides selection selectedTextRange flowStartingPoints backgrounds prototypeBackgrounds
    prototypeStartNode isPageDivider loadAsync on once off focusedSlide focusedNode`,
  MotionNodeMixin: `
    animationStyles animations manualKeyframeTracks timelines applyAnimationStyle removeAnimationStyle
    applyManualKeyframeTrack removeManualKeyframeTrack setTimelineDuration`,
  SceneNodeMixin: `
    +ExplicitVariableModesMixin +MotionNodeMixin visible locked stuckNodes attachedConnectors
    componentPropertyReferences boundVariables setBoundVariable inferredVariables resolvedVariableModes`,
  ContainerMixin: 'expanded',
  DeprecatedBackgroundMixin: 'backgrounds backgroundStyleId',
  MinimalStrokesMixin: `
    strokes strokeStyleId setStrokeStyleIdAsync strokeWeight strokeJoin strokeAlign dashPattern
    strokeGeometry setStrokesAsync`,
  MinimalFillsMixin: 'fills fillStyleId setFillStyleIdAsync setFillsAsync',
  GeometryMixin:
    '+MinimalStrokesMixin +MinimalFillsMixin strokeCap strokeMiterLimit outlineStroke fillGeometry',
  ComplexStrokesMixin: 'variableWidthStrokeProperties complexStrokeProperties',
  CornerMixin: 'cornerRadius cornerSmoothing',
  RectangleCornerMixin: 'topLeftRadius topRightRadius bottomLeftRadius bottomRightRadius',
  MinimalBlendMixin: 'opacity blendMode',
  BlendMixin: '+MinimalBlendMixin isMask maskType effects effectStyleId setEffectStyleIdAsync',
  ConstraintMixin: 'constraints',
  DimensionAndPositionMixin: `
    x y width height minWidth maxWidth minHeight maxHeight relativeTransform absoluteTransform
    absoluteBoundingBox`,
  AutoLayoutChildrenMixin: 'layoutAlign layoutGrow layoutPositioning',
  GridChildrenMixin: `
    setGridChildPosition gridRowAnchorIndex gridColumnAnchorIndex gridRowSpan gridColumnSpan
    gridChildHorizontalAlign gridChildVerticalAlign`,
  LayoutMixin: `
    +DimensionAndPositionMixin +AutoLayoutChildrenMixin +GridChildrenMixin absoluteRenderBounds
    constrainProportions rotation layoutSizingHorizontal layoutSizingVertical resize
    resizeWithoutConstraints rescale`,
  IndividualStrokesMixin: 'strokeTopWeight strokeBottomWeight strokeLeftWeight strokeRightWeight',
  AutoLayoutMixin: `
    layoutMode paddingLeft paddingRight paddingTop paddingBottom horizontalPadding verticalPadding
    primaryAxisSizingMode counterAxisSizingMode strokesIncludedInLayout layoutWrap primaryAxisAlignItems
    counterAxisAlignItems counterAxisAlignContent itemSpacing counterAxisSpacing itemReverseZIndex`,
  GridLayoutMixin: `
    gridRowCount gridColumnCount gridRowGap gridColumnGap gridRowSizes gridColumnSizes appendChildAt
    gridAutoTracks gridItemsPositioning reorderRows reorderColumns`,
  AspectRatioLockMixin: 'targetAspectRatio lockAspectRatio unlockAspectRatio',
  AnnotationsMixin: 'annotations',
  DevStatusMixin: 'devStatus',
  BaseFrameMixin: `
    +BaseNodeMixin +SceneNodeMixin +ChildrenMixin +ContainerMixin +DeprecatedBackgroundMixin
    +GeometryMixin +ComplexStrokesMixin +CornerMixin +RectangleCornerMixin +BlendMixin +ConstraintMixin
    +LayoutMixin +ExportMixin +IndividualStrokesMixin +AutoLayoutMixin +GridLayoutMixin
    +AspectRatioLockMixin +AnnotationsMixin +DevStatusMixin detachedInfo layoutGrids gridStyleId
    setGridStyleIdAsync clipsContent guides inferredAutoLayout`,
  FramePrototypingMixin: `
    overflowDirection numberOfFixedChildren overlayPositionType overlayBackground
    overlayBackgroundInteraction`,
  ReactionMixin: 'reactions setReactionsAsync',
  DefaultFrameMixin: '+BaseFrameMixin +FramePrototypingMixin +ReactionMixin',
  FrameNode: '+DefaultFrameMixin type clone',
  GroupNode: `
    +BaseNodeMixin +SceneNodeMixin +ReactionMixin +ChildrenMixin +ContainerMixin
    +DeprecatedBackgroundMixin +BlendMixin +LayoutMixin +ExportMixin +AspectRatioLockMixin type clone`,
  DefaultShapeMixin:
    '+BaseNodeMixin +SceneNodeMixin +ReactionMixin +BlendMixin +GeometryMixin +LayoutMixin +ExportMixin',
  VectorLikeMixin: 'vectorNetwork setVectorNetworkAsync vectorPaths handleMirroring',
  VectorNode: `
    +DefaultShapeMixin +ConstraintMixin +CornerMixin +ComplexStrokesMixin +VectorLikeMixin
    +AnnotationsMixin +AspectRatioLockMixin type clone`,
  RectangleNode: `
    +DefaultShapeMixin +ConstraintMixin +CornerMixin +ComplexStrokesMixin +RectangleCornerMixin
    +IndividualStrokesMixin +AnnotationsMixin +AspectRatioLockMixin type clone`,
  LineNode: '+DefaultShapeMixin +ConstraintMixin +AnnotationsMixin +ComplexStrokesMixin type clone',
  EllipseNode: `
    +DefaultShapeMixin +ConstraintMixin +CornerMixin +ComplexStrokesMixin +AnnotationsMixin
    +AspectRatioLockMixin type clone arcData`,
  BaseNonResizableTextMixin: `
    hasMissingFont fontSize fontName fontWeight textCase openTypeFeatures letterSpacing hyperlink
    characters insertCharacters deleteCharacters getRangeFontSize setRangeFontSize getRangeFontName
    setRangeFontName getRangeFontWeight getRangeAllFontNames getRangeTextCase setRangeTextCase
    getRangeOpenTypeFeatures getRangeLetterSpacing setRangeLetterSpacing getRangeHyperlink
    setRangeHyperlink getRangeFills setRangeFills getRangeTextStyleId setRangeTextStyleIdAsync
    setRangeTextStyleId getRangeFillStyleId setRangeFillStyleIdAsync setRangeFillStyleId
    getRangeBoundVariable setRangeBoundVariable getStyledTextSegments`,
  NonResizableTextMixin: `
    +BaseNonResizableTextMixin paragraphIndent paragraphSpacing textWrapStyle listSpacing
    hangingPunctuation hangingList textDecoration textDecorationStyle textDecorationOffset
    textDecorationThickness textDecorationColor textDecorationSkipInk lineHeight leadingTrim
    getRangeTextDecoration setRangeTextDecoration getRangeTextDecorationStyle
    setRangeTextDecorationStyle getRangeTextDecorationOffset setRangeTextDecorationOffset
    getRangeTextDecorationThickness setRangeTextDecorationThickness getRangeTextDecorationColor
    setRangeTextDecorationColor getRangeTextDecorationSkipInk setRangeTextDecorationSkipInk
    getRangeLineHeight setRangeLineHeight getRangeListOptions setRangeListOptions
    getRangeListSpacing setRangeListSpacing getRangeIndentation setRangeIndentation
    getRangeParagraphIndent setRangeParagraphIndent getRangeParagraphSpacing
    setRangeParagraphSpacing getRangeTextWrapStyle setRangeTextWrapStyle`,
  TextNode: `
    +DefaultShapeMixin +ConstraintMixin +NonResizableTextMixin +ComplexStrokesMixin
    +AnnotationsMixin +AspectRatioLockMixin type clone textAlignHorizontal textAlignVertical
    textAutoResize textTruncation maxLines autoRename textStyleId setTextStyleIdAsync`,
  OpaqueNodeMixin: '+BaseNodeMixin +SceneNodeMixin +ExportMixin +DimensionAndPositionMixin',
  SectionNode: `
    +ChildrenMixin +MinimalFillsMixin +OpaqueNodeMixin +DevStatusMixin +AspectRatioLockMixin
    +MinimalStrokesMixin +CornerMixin +RectangleCornerMixin type sectionContentsHidden clone
    resizeWithoutConstraints resize`,
  PublishableMixin: 'description descriptionMarkdown documentationLinks remote key getPublishStatusAsync',
  VariantMixin: 'variantProperties',
  ComponentPropertiesMixin:
    'componentPropertyDefinitions addComponentProperty editComponentProperty deleteComponentProperty',
  ComponentNode: `
    +DefaultFrameMixin +PublishableMixin +VariantMixin +ComponentPropertiesMixin type clone
    createInstance createSlot getInstancesAsync instances`,
  InstanceNode: `
    +DefaultFrameMixin +VariantMixin type clone getMainComponentAsync mainComponent swapComponent
    setProperties componentProperties detachInstance scaleFactor exposedInstances isExposedInstance
    overrides resetOverrides removeOverrides`,
  ComponentSetNode: `
    +BaseFrameMixin +PublishableMixin +ComponentPropertiesMixin type clone defaultVariant
    variantGroupProperties`,
  SlotNode: '+DefaultFrameMixin type clone resetSlot limitViolations',
  MadeUpLayerNode: '+BaseNodeMixin type visible locked',
  MadeUpFrameNode: '+BaseFrameMixin type clone',
  SlideNode: '+BaseFrameMixin type clone getSlideTransition setSlideTransition isSkippedSlide',
  SlideRowNode: '+OpaqueNodeMixin +ChildrenMixin type clone',
  SlideGridNode: '+OpaqueNodeMixin +ChildrenMixin type clone',
  PluginAPI: `
    apiVersion command editorType mode pluginId widgetId fileKey skipInvisibleInstanceChildren timer
    viewport currentUser activeUsers textreview codegen vscode devResources payments closePlugin notify
    commitUndo triggerUndo saveVersionHistoryAsync openExternal showUI ui util constants clientStorage
    parameters motion getNodeByIdAsync getNodeById getStyleByIdAsync getStyleById variables teamLibrary
    annotations buzz root currentPage setCurrentPageAsync on once off mixed createRectangle createLine
    createEllipse createPolygon createStar createVector createText createFrame createComponent
    createComponentFromNode createPage createPageDivider createSlice createSlide createSlideRow
    createSticky createConnector createShapeWithText createCodeBlock createSection createTable
    createTextPath createNodeFromJSXAsync createBooleanOperation createPaintStyle createTextStyle
    createEffectStyle createGridStyle createCustomAnimationStyle getLocalPaintStylesAsync
    getLocalPaintStyles getLocalTextStylesAsync getLocalTextStyles getLocalEffectStylesAsync
    getLocalEffectStyles getLocalGridStylesAsync getLocalGridStyles getLocalCustomAnimationStylesAsync
    getLocalCustomAnimationStyles getSelectionColors moveLocalPaintStyleAfter moveLocalTextStyleAfter
    moveLocalEffectStyleAfter moveLocalGridStyleAfter moveLocalCustomAnimationStyleAfter
    moveLocalPaintFolderAfter moveLocalTextFolderAfter moveLocalEffectFolderAfter
    moveLocalGridFolderAfter moveLocalCustomAnimationFolderAfter importComponentByKeyAsync
    importComponentSetByKeyAsync importStyleByKeyAsync listAvailableShaders importShaderById
    listAvailableFontsAsync loadFontAsync getFontFamilyVariationAxes hasMissingFont createNodeFromSvg
    createImage createImageAsync getImageByHash createVideoAsync createLinkPreviewAsync createGif
    combineAsVariants group transformGroup flatten union subtract intersect exclude ungroup base64Encode
    base64Decode getFileThumbnailNodeAsync getFileThumbnailNode setFileThumbnailNodeAsync
    loadAllPagesAsync getSlideGrid setSlideGrid getCanvasGrid setCanvasGrid createCanvasRow
    moveNodesToCoord loadBrushesAsync`,
  UIAPI: 'show hide resize reposition getPosition close postMessage onmessage on once off',
  ViewportAPI: 'center zoom scrollAndZoomIntoView bounds slidesView canvasView',
  ClientStorageAPI: 'getAsync setAsync deleteAsync keysAsync',
  UtilAPI: 'rgb rgba solidPaint normalizeMarkdown',
  VariablesAPI: `
    getVariableByIdAsync getVariableById getVariableCollectionByIdAsync getVariableCollectionById
    getLocalVariablesAsync getLocalVariables getLocalVariableCollectionsAsync
    getLocalVariableCollections createVariable createVariableCollection
    extendLibraryCollectionByKeyAsync createVariableAlias createVariableAliasByIdAsync
    setBoundVariableForPaint setBoundVariableForEffect setBoundVariableForLayoutGrid
    importVariableByKeyAsync`,
  ParametersAPI: 'on once off',
  TeamLibraryAPI: 'getAvailableLibraryVariableCollectionsAsync getVariablesInLibraryCollectionAsync',
  Variable: `
    +PluginDataMixin id name description hiddenFromPublishing getPublishStatusAsync remote
    variableCollectionId key resolvedType resolveForConsumer setValueForMode valuesByMode remove
    scopes codeSyntax setVariableCodeSyntax removeVariableCodeSyntax valuesByModeForCollectionAsync
    removeOverrideForMode`,
  VariableCollection: `
    +PluginDataMixin id name hiddenFromPublishing getPublishStatusAsync remote isExtension modes
    variableIds defaultModeId key extend remove removeMode addMode renameMode`,
  BaseStyleMixin: `
    +PublishableMixin +PluginDataMixin id type getStyleConsumersAsync consumers name remove`,
  PaintStyle: '+BaseStyleMixin type paints boundVariables',
} as const satisfies Record<string, string>

/** An interface of the typings whose member names are known here. */
export type KnownInterface = keyof typeof INTERFACES

const found = new Map<string, ReadonlySet<string>>()

/** All member names of an interface of the typings, inherited ones too. */
export function membersOf(name: KnownInterface): ReadonlySet<string> {
  const known = found.get(name)
  if (known) return known
  const members = new Set<string>()
  for (const word of INTERFACES[name].trim().split(/\s+/)) {
    if (!word.startsWith('+')) members.add(word)
    else for (const inherited of membersOf(word.slice(1) as KnownInterface)) members.add(inherited)
  }
  found.set(name, members)
  return members
}
